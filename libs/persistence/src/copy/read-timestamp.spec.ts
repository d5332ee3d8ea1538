import { readTimestamp } from './read-timestamp.js';

const TEN = Date.UTC(2026, 0, 5, 10) * 1_000;

test.each([
  ['PostgreSQL in UTC', '2026-01-05 10:00:00+00', TEN],
  ['microseconds', '2026-01-05 10:00:00.000001+00', TEN + 1],
  ['fewer fraction digits are tenths and hundredths', '2026-01-05 10:00:00.25+00', TEN + 250_000],
  ['digits after the sixth are cut', '2026-01-05 10:00:00.1234569+00', TEN + 123_456],
  ['a time without a zone is taken as UTC', '2026-01-05 10:00:00', TEN],
  ['ISO 8601', '2026-01-05T10:00:00.5Z', TEN + 500_000],
  ['a zone to the east lies ahead', '2026-01-05 10:00:00+05:30', TEN - 5.5 * 3_600_000_000],
  ['a zone to the west lies behind', '2026-01-05 10:00:00.000001-03:30:10', TEN + 12_610_000_001],
  ['a zone after a space', '2026-01-05 10:00:00 +0130', TEN - 5_400_000_000],
  ['seconds since the epoch', '1767607200', TEN],
  ['seconds with a fraction', '1767607200.000025', TEN + 25],
  ['a leap day', '2028-02-29 00:00:00+00', Date.UTC(2028, 1, 29) * 1_000],
  ['the first instant', '1970-01-01 00:00:00+00', 0],
  ['the last one', '2254-12-31 23:59:59.999999+00', Date.UTC(2255, 0, 1) * 1_000 - 1],
])('%s', (_rule, text, at) => {
  expect(readTimestamp(text)).toBe(at);
});

test.each([
  '',
  'infinity',
  '-infinity',
  '0044-03-15 12:00:00+00 BC',
  '1969-12-31 23:59:59.999999+00',
  '2255-01-01 00:00:00+00',
  '12026-01-05 10:00:00+00',
  '2026-02-30 10:00:00+00',
  '2026-13-01 10:00:00+00',
  '2026-01-05 24:00:00+00',
  '2026-01-05 10:60:00+00',
  '2026-01-05 10:00:61+00',
  '2026-01-05',
  '2026-01-05 10:00',
  '2026-01-05 1a:00:00+00',
  '2026-01-05 10:00:00 BC',
  '2026-01-05 10:00:00+16',
  'yesterday',
])('"%s" is no instant', (text) => {
  expect(readTimestamp(text)).toBeNull();
});

test('a day that is no day does not spoil the next', () => {
  expect(readTimestamp('2026-02-31 10:00:00+00')).toBeNull();
  expect(readTimestamp('2026-01-05 10:00:00+00')).toBe(TEN);
  expect(readTimestamp('2026-01-06 10:00:00+00')).toBe(TEN + 86_400_000_000);
});
