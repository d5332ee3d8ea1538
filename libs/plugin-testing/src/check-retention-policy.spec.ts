import { defineRetentionPolicy, endedBefore, startedBefore, tagged, type RetentionPolicyDefinition } from '@callstitch/plugin-api';
import { aCallLog } from './a-call-log.js';
import { checkRetentionPolicy, type RetentionCase } from './check-retention-policy.js';

const now = new Date('2026-04-01T00:00:00Z');
const calls = {
  old: aCallLog({ endedAt: new Date('2026-01-01T00:00:00Z') }),
  held: aCallLog({ endedAt: new Date('2026-01-01T00:00:00Z'), tags: [{ tag: 'hold', tagger: 'x' }] }),
  'from tomorrow': aCallLog({ startedAt: new Date('2026-04-02T00:00:00Z') }),
};

function failure(definition: Omit<RetentionPolicyDefinition<object>, 'name'>, check: Partial<RetentionCase>): Promise<unknown> {
  const policy = defineRetentionPolicy({ name: 'checked', ...definition });
  return checkRetentionPolicy(policy, { now, calls, ...check }).catch((error: unknown) => (error as Error).message);
}

test('a policy that says what its case says passes; what it expires is told before anything is held', async () => {
  const policy = { expires: (_: object, at: Date) => endedBefore(at), holds: () => tagged('hold') };
  expect(await failure(policy, { expired: ['old', 'held'], held: ['held'], celsBefore: null })).toBeUndefined();
});

test('all differences come in one error', async () => {
  const policy = { expires: () => ({ recordings: startedBefore(now), exportsBefore: now }), holds: () => tagged('hold') };
  expect(await failure(policy, { expired: ['old'], recordingsExpired: ['old'], held: ['old', 'held'], exportsBefore: null })).toBe(
    [
      'retention policy checked:',
      '- must have: expires "old"',
      '- expires the recordings of "held", which it must not',
      '- must have: holds "old"',
      '- expires of the exports those before 2026-04-01T00:00:00.000Z, not none',
    ].join('\n'),
  );
});

test('a date that is set, two answers to one question and an unknown filter are failures', async () => {
  const sets = { expires: (_: object, at: Date) => (at.setUTCFullYear(2020), endedBefore(at)) };
  expect(await failure(sets, {})).toContain('changed the date that it was given');
  let times = 0;
  expect(await failure({ holds: () => tagged(`t${(times += 1)}`) }, {})).toContain('gave two answers for the same date');
  expect(await failure({ holds: () => ({ kind: 'older' }) as never }, {})).toContain(
    'gave a filter of a kind that this host does not know',
  );
});
