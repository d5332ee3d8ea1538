import type { CallFilter, Instant } from '@callstitch/domain';
import { filterInMonth, picksNobody } from './filter-in-month.js';

const MONTH = { from: 1_000 as Instant, until: 2_000 as Instant };
const started = (at: number): CallFilter => ({ kind: 'started-before', at: at as Instant });
const ended = (at: number): CallFilter => ({ kind: 'ended-before', at: at as Instant });
const some = (...filters: CallFilter[]): CallFilter => ({ kind: 'some', filters });
const every = (...filters: CallFilter[]): CallFilter => ({ kind: 'every', filters });
const not = (filter: CallFilter): CallFilter => ({ kind: 'not', filter });
const hold: CallFilter = { kind: 'tagged', tag: 'legal-hold', tagger: null };

test.each<[string, CallFilter, CallFilter]>([
  ['a month that ends at the limit is all older', started(2_000), every()],
  ['one that ends a microsecond later is not', started(1_999), started(1_999)],
  ['one that begins at the limit has none', started(1_000), some()],
  ['one that begins a microsecond before may have one', started(1_001), started(1_001)],
  ['calls of a month that begins at the limit end later', ended(1_000), some()],
  ['calls may end after their month', ended(9_000), ended(9_000)],
  ['an old month is asked only about its holds', every(some(started(5_000)), not(some(hold))), not(hold)],
  ['a young month is not asked', every(some(started(500)), not(some(hold))), some()],
  ['of no policy nobody', every(some(), not(some(hold))), some()],
  ['held by nobody', every(some(started(5_000)), not(some())), every()],
  ['what one filter picks wholly is picked', some(hold, started(5_000)), every()],
  ['not twice', not(not(hold)), hold],
  ['not what the month has wholly', not(started(5_000)), some()],
])('%s', (_name, filter, left) => {
  expect(filterInMonth(filter, MONTH)).toEqual(left);
});

test('only some of nothing picks nobody for certain', () => {
  expect([some(), every(), some(hold)].map(picksNobody)).toEqual([true, false, false]);
});
