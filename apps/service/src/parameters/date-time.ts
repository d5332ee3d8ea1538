import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?$/;

const MICROSECONDS_PER_MILLISECOND = 1_000;
const MINUTE_MS = 60_000;

/** No call is younger: a later bound means as much. */
const LAST = Date.UTC(2254, 0, 1) * MICROSECONDS_PER_MILLISECOND;

/** Reads a date and time to the microsecond, as the REST contract takes it; null for anything else, such as a date alone. */
export function readDateTime(text: string): Instant | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', , sign, offsetHours = '0', offsetMinutes = '0'] = match;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const at = Date.UTC(parts[0] ?? 0, (parts[1] ?? 1) - 1, parts[2], parts[3], parts[4], parts[5]);
  const date = new Date(at);
  const same = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  if (same.some((part, index) => part !== parts[index + 1])) return null;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const microseconds = (at - offset * MINUTE_MS) * MICROSECONDS_PER_MILLISECOND + Number(fraction.padEnd(6, '0'));
  return instant(Math.min(Math.max(microseconds, 0), LAST));
}
