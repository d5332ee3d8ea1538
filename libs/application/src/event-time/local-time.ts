import { CallstitchError } from '@callstitch/domain';

/** The clock on the wall of one zone. */
export interface LocalTime {
  /**
   * Seconds since the epoch of a time of day, which is given as if it were UTC.
   *
   * When clocks go back, an hour is there twice: the first is taken. When they go forward, an hour is skipped:
   * a time in it is taken as if the clocks had not been changed yet.
   */
  secondsOf(wallSeconds: number): number;
}

const DAY_SECONDS = 86_400;
const UTC: LocalTime = { secondsOf: (wallSeconds) => wallSeconds };

/** Reads times of day in a zone by its IANA name. */
export function localTime(timezone: string): LocalTime {
  if (timezone === 'UTC') return UTC;
  const format = clockFormat(timezone);
  // Rows come in the order of time, so the last minute is the one most likely asked for again.
  let lastMinute = NaN;
  let lastOffset = 0;
  return {
    secondsOf(wallSeconds) {
      const minute = Math.floor(wallSeconds / 60);
      if (minute !== lastMinute) {
        lastMinute = minute;
        lastOffset = offsetOfWall(format, minute * 60);
      }
      return wallSeconds - lastOffset;
    },
  };
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    throw new CallstitchError('ARGUMENT_INVALID', `"${timeZone}" is not a time zone; use an IANA name such as Europe/Paris.`, {
      cause: error,
    });
  }
}

/** The offset that holds for a time of day: the one before a change wins in a gap and in an overlap. */
function offsetOfWall(format: Intl.DateTimeFormat, wallSeconds: number): number {
  const before = offsetAt(format, wallSeconds - DAY_SECONDS);
  const after = offsetAt(format, wallSeconds + DAY_SECONDS);
  if (before === after || offsetAt(format, wallSeconds - before) === before) return before;
  return offsetAt(format, wallSeconds - after) === after ? after : before;
}

function offsetAt(format: Intl.DateTimeFormat, seconds: number): number {
  const part = new Map(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  const [year = NaN, month = NaN, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((type) =>
    part.get(type),
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
}
