import { CallstitchError } from '@callstitch/domain';
import { localTime } from './local-time.js';

const seconds = (text: string): number => Date.parse(text) / 1000;

/** A time of day in a zone, as UTC. */
function utcOf(timezone: string, wall: string): string {
  return new Date(localTime(timezone).secondsOf(seconds(`${wall}Z`)) * 1000).toISOString();
}

test('a time of day is taken in its zone, in winter and in summer', () => {
  expect(utcOf('Europe/Paris', '2026-01-15T12:00:00')).toBe('2026-01-15T11:00:00.000Z');
  expect(utcOf('Europe/Paris', '2026-07-15T12:00:00')).toBe('2026-07-15T10:00:00.000Z');
  expect(utcOf('America/Toronto', '2026-11-23T10:07:50')).toBe('2026-11-23T15:07:50.000Z');
  expect(utcOf('Asia/Kathmandu', '2026-11-23T20:52:50')).toBe('2026-11-23T15:07:50.000Z');
});

test('of an hour that is there twice the first is taken', () => {
  expect(utcOf('Europe/Paris', '2026-10-25T01:59:59')).toBe('2026-10-24T23:59:59.000Z');
  expect(utcOf('Europe/Paris', '2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z');
  expect(utcOf('Europe/Paris', '2026-10-25T03:00:00')).toBe('2026-10-25T02:00:00.000Z');
  expect(utcOf('America/Toronto', '2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00.000Z');
});

test('a time in a skipped hour is taken as if the clocks had not been changed yet', () => {
  expect(utcOf('Europe/Paris', '2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
  expect(utcOf('Europe/Paris', '2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z');
  expect(utcOf('Europe/Paris', '2026-03-29T03:00:00')).toBe('2026-03-29T01:00:00.000Z');
  expect(utcOf('America/Toronto', '2026-03-08T02:30:00')).toBe('2026-03-08T07:30:00.000Z');
});

test('each minute is converted by itself, whatever was asked before', () => {
  const paris = localTime('Europe/Paris');
  const winter = seconds('2026-01-15T12:00:30Z');
  const summer = seconds('2026-07-15T12:00:30Z');
  expect([winter, summer, winter].map((wall) => wall - paris.secondsOf(wall))).toEqual([3600, 7200, 3600]);
});

test('an unknown zone is an invalid argument that says what to write', () => {
  expect(() => localTime('Europe/Pariss')).toThrow(/^"Europe\/Pariss" is not a time zone; use an IANA name such as Europe\/Paris\.$/);
  expect(() => localTime('Europe/Pariss')).toThrow(CallstitchError);
});
