import type { Instant } from './instant.js';
import { formatInstant, instant, isInstant, readInstant, secondsAfter, secondsBetween } from './instant.js';

const MORNING = instant(Date.UTC(2026, 10, 23, 15, 14, 11) * 1_000);
const END_OF_TIME = Date.UTC(2255, 0, 1) * 1_000;

test.each([
  [0, '1970-01-01T00:00:00.000000Z'],
  [1, '1970-01-01T00:00:00.000001Z'],
  [999_999, '1970-01-01T00:00:00.999999Z'],
  [MORNING, '2026-11-23T15:14:11.000000Z'],
  [MORNING + 120_345, '2026-11-23T15:14:11.120345Z'],
  [MORNING + 5_040, '2026-11-23T15:14:11.005040Z'],
  [END_OF_TIME - 1, '2254-12-31T23:59:59.999999Z'],
])('instant %d is written in ISO 8601 in UTC with six fractional digits: %s', (microseconds, text) => {
  expect(formatInstant(instant(microseconds))).toBe(text);
});

test('no microsecond is lost in writing', () => {
  for (let microsecond = 0; microsecond < 1_000_000; microsecond += 997) {
    const text = formatInstant(instant(END_OF_TIME - 1_000_000 + microsecond));
    expect(text).toBe(`2254-12-31T23:59:59.${String(microsecond).padStart(6, '0')}Z`);
  }
});

test.each([0, 1, MORNING, END_OF_TIME - 1])('%d microseconds are an instant that we keep', (microseconds) => {
  expect(isInstant(microseconds)).toBe(true);
  expect(instant(microseconds)).toBe(microseconds);
});

test.each([-1, 0.5, END_OF_TIME, Number.MAX_SAFE_INTEGER, Infinity, NaN])(
  '%d microseconds are outside 1970 … 2254 or not whole',
  (microseconds) => {
    expect(isInstant(microseconds)).toBe(false);
    expect(() => instant(microseconds)).toThrow(new RangeError(`${microseconds} is not an instant between 1970 and 2254`));
  },
);

test('seconds between two instants have up to six decimals', () => {
  expect(secondsBetween(MORNING, instant(MORNING + 419_676))).toBe(0.419676);
  expect(secondsBetween(MORNING, instant(MORNING + 1))).toBe(0.000001);
  for (let microseconds = 0; microseconds < 90_000_000; microseconds += 77_777) {
    expect(secondsBetween(MORNING, instant(MORNING + microseconds))).toBe(Number((microseconds / 1_000_000).toFixed(6)));
  }
});

test('seconds are negative when the second instant is earlier', () => {
  expect(secondsBetween(instant(MORNING + 2_400_000), MORNING)).toBe(-2.4);
});

test.each([
  [1, 1_000_000],
  [0.1 + 0.2, 300_000],
  [2.4, 2_400_000],
  [0.000_000_6, 1],
  [0.000_000_4, 0],
  [-1.5, -1_500_000],
])('%d seconds later is a whole number of microseconds later', (seconds, microseconds) => {
  expect(secondsAfter(MORNING, seconds)).toBe((MORNING + microseconds) as Instant);
});

test('what was formatted is read back to the microsecond, and nothing else is', () => {
  for (const at of [instant(0), instant(1_795_447_035_120_345), instant(END_OF_TIME - 1)]) {
    expect(readInstant(formatInstant(at))).toBe(at);
  }
  for (const text of ['', 'yesterday', '2026-11-23T15:14:11Z', '2026-02-30T00:00:00.000000Z', '1969-12-31T23:59:59.000000Z']) {
    expect(readInstant(text)).toBeNull();
  }
});
