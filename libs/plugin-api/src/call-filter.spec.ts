import { matches, type CallFilter, type FilteredCall, type Instant } from '@callstitch/domain';
import { endedBefore, every, not, ofDirection, ofStatus, ofTenant, some, startedBefore, tagged, talkedFor } from './call-filter.js';

const call: FilteredCall = {
  startedAt: 1_000_000_000_000_000 as Instant,
  endedAt: 1_000_000_060_000_000 as Instant,
  tags: [{ tag: 'sales', tagger: 'userfield' }],
  tenantUuid: 'acme',
  direction: 'inbound',
  status: 'answered',
  talkSeconds: 55,
};

const started = new Date(1_000_000_000_000);
const moment = (date: Date, milliseconds: number) => new Date(date.getTime() + milliseconds);

test.each<[string, CallFilter, boolean]>([
  ['started before its start', startedBefore(started), false],
  ['started before a moment later', startedBefore(moment(started, 1)), true],
  ['ended before its end', endedBefore(moment(started, 60_000)), false],
  ['ended before a moment later', endedBefore(moment(started, 60_001)), true],
  ['before all that can be', startedBefore(new Date(-1)), false],
  ['after all that can be', startedBefore(new Date(8e15)), true],
  ['a tag, whoever gave it', tagged('sales'), true],
  ['a tag of its tagger', tagged('sales', 'userfield'), true],
  ['a tag of another tagger', tagged('sales', 'other'), false],
  ['its tenant', ofTenant('acme'), true],
  ['its direction', ofDirection('inbound'), true],
  ['another status', ofStatus('missed'), false],
  ['talked just so long', talkedFor(55), true],
  ['talked longer', talkedFor(55.1), false],
  ['some of nothing', some(), false],
  ['every of nothing', every(), true],
  ['some', some(ofTenant('other'), ofTenant('acme')), true],
  ['every', every(ofTenant('other'), ofTenant('acme')), false],
  ['not', not(ofTenant('acme')), false],
])('%s', (_what, filter, picks) => {
  expect(matches(filter, call)).toBe(picks);
});

test('a date that is none, and less than no seconds, are mistakes at once', () => {
  expect(() => startedBefore(new Date(NaN))).toThrow(RangeError);
  expect(() => talkedFor(-1)).toThrow(RangeError);
  expect(() => talkedFor(NaN)).toThrow(RangeError);
});
