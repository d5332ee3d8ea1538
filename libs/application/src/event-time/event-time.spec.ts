import { readEventTime } from './event-time.js';
import { localTime } from './local-time.js';

const utc = localTime('UTC');
const AT = Date.UTC(2026, 10, 23, 15, 7, 50) * 1000;

test.each([
  ['ISO 8601 in UTC', '2026-11-23T15:07:50.482631Z', AT + 482_631],
  ['whole seconds', '2026-11-23T15:07:50Z', AT],
  ['fewer digits', '2026-11-23T15:07:50.5Z', AT + 500_000],
  ['more than six digits, which are cut', '2026-11-23T15:07:50.4826319Z', AT + 482_631],
  ['an offset with a colon', '2026-11-23T16:37:50.482631+01:30', AT + 482_631],
  ['an offset without a colon', '2026-11-23T10:07:50-0500', AT],
  ['an offset as psql prints it', '2026-11-23 15:07:50.482631+00', AT + 482_631],
  ['a western offset as psql prints it', '2026-11-23 10:07:50.482631-05', AT + 482_631],
  ['no zone', '2026-11-23 15:07:50.482631', AT + 482_631],
  ['seconds since the epoch', '1795446470.482631', AT + 482_631],
  ['whole seconds since the epoch', '1795446470', AT],
])('%s is read to the microsecond', (_, text, microseconds) => {
  expect(readEventTime(text, utc)).toBe(microseconds);
});

test('no microsecond of an epoch is lost to floating point', () => {
  for (let microsecond = 0; microsecond < 1_000_000; microsecond += 997) {
    const text = `1795446470.${String(microsecond).padStart(6, '0')}`;
    expect(readEventTime(text, utc)).toBe(AT + microsecond);
  }
});

test.each([
  '',
  'yesterday',
  'NULL',
  'infinity',
  '2026-11-23',
  '2026-13-01 00:00:00',
  '2026-00-10 00:00:00',
  '2026-02-30 00:00:00',
  '2026-11-23 24:00:00',
  '2026-11-23 15:60:00',
  '2026-11-23 15:07:60',
  '2026-11-23 15:07:50+16',
  '2026-11-23 15:07:50+01:75',
  '1969-12-31 23:59:59',
  '1970-01-01T00:30:00+01:00',
  '2255-01-01 00:00:00',
  '-5',
  '1795446470482',
  '17954464704826310',
])('"%s" is no time of a CEL', (text) => {
  expect(readEventTime(text, utc)).toBeNull();
});
