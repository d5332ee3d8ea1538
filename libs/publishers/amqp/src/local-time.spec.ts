import { instant } from '@callstitch/domain';
import { localTime } from './local-time.js';

test('the time is this machine’s, to the microsecond', () => {
  const at = new Date(2026, 0, 5, 11, 2, 14, 120);
  expect(localTime(instant(at.getTime() * 1_000 + 31))).toBe('2026-01-05T11:02:14.120031');
});
