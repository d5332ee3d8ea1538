import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { MOST_INTERVALS, intervalsOf, isShown, monthAfter, nextMidnight } from './intervals.js';
import type { Interval } from './statistics-choice.js';
import type { Zone } from './zone.js';
import { zoneOf } from './zone.js';

function zone(name: string): Zone {
  const found = zoneOf(name);
  if (found === null) throw new Error(name);
  return found;
}

const MONTREAL = zone('America/Montreal');
const UTC = zone('UTC');
const at = (text: string): Instant => instant(Date.parse(text) * 1_000);

function cut(from: string, until: string, step: Interval, where = MONTREAL): readonly string[] {
  const spans = intervalsOf({ from: at(from), until: at(until) }, step, where) ?? [];
  return spans.map((span) => `${where.isoTime(span.from)} ${where.isoTime(span.until)}`);
}

test('a day of which clocks go back has 25 hours, one of which they go forward 23', () => {
  const back = cut('2020-11-01T04:00Z', '2020-11-02T05:00Z', 'hour');
  expect(back).toHaveLength(25);
  expect(back.slice(1, 3)).toEqual([
    '2020-11-01T01:00:00-04:00 2020-11-01T01:00:00-05:00',
    '2020-11-01T01:00:00-05:00 2020-11-01T02:00:00-05:00',
  ]);
  expect(cut('2020-03-08T05:00Z', '2020-03-09T04:00Z', 'hour')).toHaveLength(23);
});

test('days and months keep the time on the wall over a change of the clocks', () => {
  expect(cut('2020-10-31T04:00Z', '2020-11-03T05:00Z', 'day')).toEqual([
    '2020-10-31T00:00:00-04:00 2020-11-01T00:00:00-04:00',
    '2020-11-01T00:00:00-04:00 2020-11-02T00:00:00-05:00',
    '2020-11-02T00:00:00-05:00 2020-11-03T00:00:00-05:00',
  ]);
  expect(cut('2020-10-01T04:00Z', '2020-12-01T05:00Z', 'month')).toEqual([
    '2020-10-01T00:00:00-04:00 2020-11-01T00:00:00-04:00',
    '2020-11-01T00:00:00-04:00 2020-12-01T00:00:00-05:00',
  ]);
});

test('steps begin at the beginning of the span, and the last one ends with it, be it the first too', () => {
  expect(cut('2020-01-01T00:30Z', '2020-01-01T02:00Z', 'hour', UTC)).toEqual([
    '2020-01-01T00:30:00+00:00 2020-01-01T01:30:00+00:00',
    '2020-01-01T01:30:00+00:00 2020-01-01T02:00:00+00:00',
  ]);
  expect(cut('2020-01-01T00:00Z', '2020-01-02T00:00Z', 'month', UTC)).toEqual(['2020-01-01T00:00:00+00:00 2020-01-02T00:00:00+00:00']);
  expect(cut('2020-01-02T00:00Z', '2020-01-01T00:00Z', 'day', UTC)).toEqual([]);
});

test('months from a 31st begin on the last day of shorter ones', () => {
  expect(cut('2020-01-31T00:00Z', '2020-04-01T00:00Z', 'month', UTC).map((span) => span.slice(0, 10))).toEqual([
    '2020-01-31',
    '2020-02-29',
    '2020-03-31',
  ]);
});

test('more intervals than an answer holds are none', () => {
  const from = at('2020-01-01T00:00Z');
  expect(intervalsOf({ from, until: instant(from + MOST_INTERVALS * 3_600_000_000) }, 'hour', UTC)).toHaveLength(MOST_INTERVALS);
  expect(intervalsOf({ from, until: instant(from + MOST_INTERVALS * 3_600_000_000 + 1) }, 'hour', UTC)).toBeNull();
});

test('an hour is shown when the hours of its beginning and of its end are wanted, and its day is', () => {
  const choice = { from: null, until: null, hours: { first: 8, last: 17 }, weekDays: [1, 2, 3, 4, 5], zone: UTC };
  const shown = (from: string, until: string, step: Interval = 'hour') => isShown({ from: at(from), until: at(until) }, step, choice);
  // 2020-01-03 is a Friday.
  expect(shown('2020-01-03T08:00Z', '2020-01-03T09:00Z')).toBe(true);
  expect(shown('2020-01-03T16:00Z', '2020-01-03T17:00Z')).toBe(true);
  expect(shown('2020-01-03T17:00Z', '2020-01-03T18:00Z')).toBe(false);
  expect(shown('2020-01-03T07:00Z', '2020-01-03T08:00Z')).toBe(false);
  expect(shown('2020-01-04T09:00Z', '2020-01-04T10:00Z')).toBe(false);
  expect(shown('2020-01-04T00:00Z', '2020-01-05T00:00Z', 'day')).toBe(false);
  expect(shown('2020-01-04T00:00Z', '2020-02-04T00:00Z', 'month')).toBe(true);
});

test('the next midnight and a month later are the zone’s', () => {
  expect(MONTREAL.isoTime(nextMidnight(at('2020-11-01T05:30Z'), MONTREAL))).toBe('2020-11-02T00:00:00-05:00');
  expect(MONTREAL.isoTime(monthAfter(at('2020-10-15T04:00Z'), MONTREAL))).toBe('2020-11-15T00:00:00-05:00');
});

test('a name that no zone has is no zone, nor is an offset', () => {
  for (const name of ['Mars/Base', '+05:00', '', 'a b', "x'"]) expect(zoneOf(name)).toBeNull();
  expect(zone('Asia/Kolkata').isoTime(at('2020-01-01T00:00Z'))).toBe('2020-01-01T05:30:00+05:30');
  expect(zone('Europe/Paris').isoTime(instant(1))).toBe('1970-01-01T01:00:00.000001+01:00');
});

test('a time that clocks skip is read as before the change, one that is there twice as the first', () => {
  const wall = (text: string) => Date.parse(text) * 1_000;
  expect(MONTREAL.isoTime(MONTREAL.instantOf(wall('2020-03-08T02:30Z')))).toBe('2020-03-08T03:30:00-04:00');
  expect(MONTREAL.isoTime(MONTREAL.instantOf(wall('2020-11-01T01:30Z')))).toBe('2020-11-01T01:30:00-04:00');
});
