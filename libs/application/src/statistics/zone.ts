import type { Instant } from '@callstitch/domain';
import { formatInstant, instant } from '@callstitch/domain';

/** The clock on the wall of one time zone. A wall time is microseconds since the epoch as if the wall were in UTC. */
export interface Zone {
  readonly name: string;
  wallOf(at: Instant): number;
  /** In an hour that is there twice, the first; in one that is skipped, as if the clocks had not been changed yet. */
  instantOf(wall: number): Instant;
  /** ISO 8601 with the zone's offset, microseconds only when there are some: `2020-11-01T00:00:00-04:00`. */
  isoTime(at: Instant): string;
}

const MINUTE = 60_000_000;
export const DAY = 1_440 * MINUTE;
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const LATEST = Date.UTC(2254, 0, 1) * 1_000;
const SECONDS_LENGTH = '2020-11-01T00:00:00'.length;

/** Reads a zone's clock by its IANA name; null for a name that no zone has. */
export function zoneOf(name: string): Zone | null {
  const format = NAME.test(name) ? clockFormat(name) : null;
  if (format === null) return null;
  const offsetAt = (at: number): number => wallMinute(format, at) - Math.floor(at / MINUTE) * MINUTE;
  const wallOf = (at: number): number => at + offsetAt(at);
  return {
    name,
    wallOf,
    instantOf(wall) {
      const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
      const keepsOld = before === after || wallOf(wall - before) === wall || wallOf(wall - after) !== wall;
      return instant(Math.min(Math.max(wall - (keepsOld ? before : after), 0), LATEST));
    },
    isoTime(at) {
      const minutes = offsetAt(at) / MINUTE;
      // A wall before 1970 is one of the first hours of all: written as it is elsewhere.
      const wall = Math.max(at + minutes * MINUTE, 0);
      const text = formatInstant(instant(wall));
      const fraction = text.slice(SECONDS_LENGTH, -1);
      const offset = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(Math.trunc(part)).padStart(2, '0'));
      return `${text.slice(0, SECONDS_LENGTH)}${fraction === '.000000' ? '' : fraction}${minutes < 0 ? '-' : '+'}${offset.join(':')}`;
    },
  };
}

function clockFormat(timeZone: string): Intl.DateTimeFormat | null {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...parts });
  } catch {
    return null;
  }
}

/** What the clock shows, to the minute. */
function wallMinute(format: Intl.DateTimeFormat, at: number): number {
  const shown = new Map(format.formatToParts(Math.floor(at / 1_000)).map(({ type, value }) => [type, Number(value)]));
  const [year = NaN, month = NaN, ...rest] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((part) => shown.get(part));
  return Date.UTC(year, month - 1, ...(rest as number[])) * 1_000;
}
