import { formatInstant, instant } from '@callstitch/domain';
import { monthsOf } from './month-partition.js';

const at = (text: string) => instant(Date.parse(text) * 1_000);

test('months are those of UTC, each once, oldest first', () => {
  const starts = ['2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-12-31T23:00:00-02:00'].map(at);
  expect(monthsOf(starts).map(({ suffix, from, until }) => [suffix, formatInstant(from), formatInstant(until)])).toEqual([
    ['2026_11', '2026-11-01T00:00:00.000000Z', '2026-12-01T00:00:00.000000Z'],
    ['2026_12', '2026-12-01T00:00:00.000000Z', '2027-01-01T00:00:00.000000Z'],
    ['2027_01', '2027-01-01T00:00:00.000000Z', '2027-02-01T00:00:00.000000Z'],
  ]);
});

test('the first and the last instant have their months', () => {
  const latest = instant(Date.UTC(2255, 0, 1) * 1_000 - 1);
  expect(monthsOf([latest, instant(0)]).map(({ suffix }) => suffix)).toEqual(['1970_01', '2254_12']);
});

test('a month ends a microsecond before the next', () => {
  const december = Date.UTC(2026, 11, 1) * 1_000;
  expect(monthsOf([instant(december - 1), instant(december)]).map(({ suffix }) => suffix)).toEqual(['2026_11', '2026_12']);
});
