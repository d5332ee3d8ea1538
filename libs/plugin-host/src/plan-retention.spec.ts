import { matches } from '@callstitch/domain';
import {
  defineRetentionPolicy,
  endedBefore,
  ofTenant,
  some,
  startedBefore,
  tagged,
  type RetentionPolicyDefinition,
} from '@callstitch/plugin-api';
import { callLog } from './call-log.contract.js';
import type { LoadedPolicy } from './load-plugins.js';
import { planRetention } from './plan-retention.js';

const now = new Date('2026-04-01T00:00:00Z');
const old = { ...callLog, tenantUuid: 'acme' };
const heldOne = { ...old, tags: [{ tag: 'legal-hold', tagger: 'lawyer' }] };

function loaded(definition: RetentionPolicyDefinition<object>): LoadedPolicy {
  const policy = defineRetentionPolicy(definition);
  return { package: 'p', version: '1', name: policy.name, options: {}, policy };
}

const everything = loaded({ name: 'everything', expires: (_options, at) => startedBefore(at) });
const recordings = loaded({ name: 'recordings', expires: (_options, at) => ({ recordings: endedBefore(at) }) });
const hold = loaded({ name: 'legal-hold', holds: () => tagged('legal-hold') });

test('no policies, no purge', () => {
  const { expired } = planRetention([], now);
  expect(matches(expired.callLogs, old)).toBe(false);
  expect(matches(expired.recordings, old)).toBe(false);
  expect(expired).toMatchObject({ celsBefore: null, exportsBefore: null, exportsBeforeOfTenants: {} });
});

test('a hold alone expires nothing', () => {
  expect(matches(planRetention([hold], now).expired.callLogs, old)).toBe(false);
});

test('what some policy expires and none holds may go', () => {
  const { expired, held } = planRetention([everything, hold], now);
  expect(matches(expired.callLogs, old)).toBe(true);
  expect(matches(expired.callLogs, heldOne)).toBe(false);
  expect(matches(held, heldOne)).toBe(true);
});

test('a hold keeps the recordings too', () => {
  const { expired } = planRetention([recordings, hold], now);
  expect(matches(expired.recordings, old)).toBe(true);
  expect(matches(expired.recordings, heldOne)).toBe(false);
  expect(matches(expired.callLogs, old)).toBe(false);
});

test('policies add up: the later limit counts, for each tenant of its own', () => {
  const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);
  const one = loaded({
    name: 'one',
    expires: () => ({ celsBefore: day('01-01'), exportsBefore: day('01-10'), exportsBeforeOfTenants: { acme: null, beta: day('01-05') } }),
  });
  const two = loaded({ name: 'two', expires: () => ({ celsBefore: day('02-01'), exportsBeforeOfTenants: { beta: day('01-20') } }) });
  expect(planRetention([one, two], now).expired).toMatchObject({
    celsBefore: day('02-01'),
    exportsBefore: day('01-10'),
    exportsBeforeOfTenants: { acme: null, beta: day('01-20') },
  });
});

test('the report has what each policy said, in their order', () => {
  expect(planRetention([everything, hold], now).byPolicy).toEqual([
    { package: 'p', policy: 'everything', options: {}, expires: { callLogs: startedBefore(now) }, holds: null },
    { package: 'p', policy: 'legal-hold', options: {}, expires: {}, holds: tagged('legal-hold') },
  ]);
});

test('a policy that sets the date it is given moves nobody else', () => {
  const mover = loaded({ name: 'mover', expires: (_options, at) => (at.setUTCFullYear(2200), some()) });
  const [, second] = planRetention([mover, everything], now).byPolicy;
  expect(second?.expires).toEqual({ callLogs: startedBefore(now) });
});

test('one that throws or gives rubbish refuses the whole plan, and all of them are named', () => {
  const rubbish = (name: string, given: unknown) => loaded({ name, expires: () => given as never });
  const broken = [
    loaded({
      name: 'throws',
      expires: () => {
        throw new Error('no calendar');
      },
    }),
    rubbish('nothing', undefined),
    rubbish('unknown-kind', { kind: 'older-than', days: 3 }),
    rubbish('inherited-kind', { kind: 'toString' }),
    rubbish('no-instant', { kind: 'started-before', at: now }),
    rubbish('no-list', { kind: 'some' }),
    rubbish('inside', { callLogs: { kind: 'not', filter: ofTenant(7 as never) } }),
    rubbish('typo', { callLog: some() }),
    rubbish('no-date', { celsBefore: new Date(NaN) }),
    loaded({ name: 'holds-nothing', holds: () => undefined as never }),
  ];
  expect(() => planRetention([everything, ...broken, hold], now)).toThrowErrorMatchingInlineSnapshot(`
    "Nothing is deleted, because these retention policies gave no answer:
    - p › throws: threw: no calendar
    - p › nothing: gave something else than a filter
    - p › unknown-kind: gave a filter of a kind that this host does not know
    - p › inherited-kind: gave a filter of a kind that this host does not know
    - p › no-instant: gave a filter "started-before" with a value that makes no sense
    - p › no-list: gave a filter "some" without its list of filters
    - p › inside: gave a filter "tenant" with a value that makes no sense
    - p › typo: expires something unknown: callLog
    - p › no-date: gave a date that is none
    - p › holds-nothing: gave something else than a filter"
  `);
});
