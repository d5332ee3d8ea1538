import { instant } from '@callstitch/domain';
import { wallClock } from './wall-clock.js';

const at = instant(1795446470482631);

test('an instant is shown in the zone, microseconds included where they matter', () => {
  expect(wallClock('UTC').dateAndTime(at)).toBe('2026-11-23 15:07:50');
  expect(wallClock('UTC').exactTime(at)).toBe('15:07:50.482631');
  expect(wallClock('Asia/Kathmandu').dateAndTime(at)).toBe('2026-11-23 20:52:50');
  expect(wallClock('America/Toronto').exactTime(instant(1795446470000001))).toBe('10:07:50.000001');
});

test('midnight is the hour 00', () => {
  expect(wallClock('UTC').dateAndTime(instant(Date.UTC(2026, 0, 1) * 1000))).toBe('2026-01-01 00:00:00');
});
