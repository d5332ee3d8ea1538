import { formatInstant } from '@callstitch/domain';
import { wallClock } from '../wall-clock.js';
import { readMoment } from './read-moment.js';

const read = (text: string, timezone = 'UTC'): string => formatInstant(readMoment(text, wallClock(timezone)));

test('a date is its first moment in the zone', () => {
  expect(read('2026-11-23')).toBe('2026-11-23T00:00:00.000000Z');
  expect(read('2026-11-23', 'Europe/Paris')).toBe('2026-11-22T23:00:00.000000Z');
  expect(read('2026-11-23', 'America/Toronto')).toBe('2026-11-23T05:00:00.000000Z');
});

test('a time of day may have seconds, microseconds and a zone of its own', () => {
  expect(read('2026-11-23T14:30')).toBe('2026-11-23T14:30:00.000000Z');
  expect(read('2026-11-23 14:30:05.000001')).toBe('2026-11-23T14:30:05.000001Z');
  expect(read('2026-11-23T14:30:05.12+01:00', 'Asia/Tokyo')).toBe('2026-11-23T13:30:05.120000Z');
  expect(read('2026-11-23T14:30-0530')).toBe('2026-11-23T20:00:00.000000Z');
  expect(read('2026-11-23T14:30Z', 'Asia/Tokyo')).toBe('2026-11-23T14:30:00.000000Z');
});

test('of an hour that the clocks repeat the first is taken', () => {
  expect(read('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000000Z');
  expect(read('2026-10-25T03:30', 'Europe/Paris')).toBe('2026-10-25T02:30:00.000000Z');
  expect(read('2026-11-01T01:30', 'America/Toronto')).toBe('2026-11-01T05:30:00.000000Z');
});

test('an hour that the clocks skip is taken as if they had not been changed yet', () => {
  expect(read('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000000Z');
  expect(read('2026-03-29T03:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000000Z');
  expect(read('2026-03-08T02:30', 'America/Toronto')).toBe('2026-03-08T07:30:00.000000Z');
});

test.each(['', 'yesterday', '2026-11', '2026-02-30', '2026-11-23T25:00', '23.11.2026', '1795446470', '1066-10-14', '2026-11-23Z'])(
  '"%s" is no time, and what to write is said',
  (text) => {
    expect(() => readMoment(text, wallClock('UTC'))).toThrow(`"${text}" is not a time; write it like 2026-11-23 or 2026-11-23T14:30.`);
  },
);
