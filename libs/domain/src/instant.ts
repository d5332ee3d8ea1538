declare const brand: unique symbol;

/** Microseconds since 1970-01-01T00:00:00Z, the resolution of Asterisk's `eventtime`. Exact until the year 2255. */
export type Instant = number & { readonly [brand]: 'Instant' };

const MICROSECONDS_PER_SECOND = 1_000_000;
const MICROSECONDS_PER_MILLISECOND = 1_000;

const MILLISECONDS_PER_DAY = 86_400_000;
const MICROSECONDS_PER_DAY = MILLISECONDS_PER_DAY * MICROSECONDS_PER_MILLISECOND;
const DATE_LENGTH = '1970-01-01'.length;

/** The latest instant that a double holds exactly, and a year that four digits can write. */
const LATEST = Date.UTC(2255, 0, 1) * MICROSECONDS_PER_MILLISECOND;

/** Whether a number of microseconds is an instant that we keep: 1970 or later, and exactly representable. */
export function isInstant(microseconds: number): microseconds is Instant {
  return Number.isInteger(microseconds) && microseconds >= 0 && microseconds < LATEST;
}

/** Parsed at the doors; inside, an instant is trusted. Throws a RangeError outside 1970 … 2254. */
export function instant(microseconds: number): Instant {
  if (!isInstant(microseconds)) throw new RangeError(`${microseconds} is not an instant between 1970 and 2254`);
  return microseconds;
}

/** ISO 8601 in UTC with six fractional digits: `2026-11-23T15:14:11.120345Z`. */
export function formatInstant(at: Instant): string {
  const day = Math.floor(at / MICROSECONDS_PER_DAY);
  // Instants of one day come together, and the calendar is what takes long.
  if (day !== lastDay.number) lastDay = { number: day, text: new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, DATE_LENGTH) };
  const micros = at - day * MICROSECONDS_PER_DAY;
  const seconds = Math.floor(micros / MICROSECONDS_PER_SECOND);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${lastDay.text}T${clock}.${String(micros - seconds * MICROSECONDS_PER_SECOND).padStart(6, '0')}Z`;
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

let lastDay: { readonly number: number; readonly text: string } = { number: 0, text: '1970-01-01' };

const FORMATTED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})(\d{3})Z$/;

/** Reads what `formatInstant` wrote, to the microsecond; null when it did not write it. */
export function readInstant(text: string): Instant | null {
  const [, milliseconds = '', rest = ''] = FORMATTED.exec(text) ?? [];
  const at = Date.parse(`${milliseconds}Z`) * MICROSECONDS_PER_MILLISECOND + Number(rest);
  return isInstant(at) && formatInstant(at) === text ? at : null;
}

/** Seconds from one instant to another, with up to six decimals; negative when `until` is earlier. */
export function secondsBetween(from: Instant, until: Instant): number {
  return (until - from) / MICROSECONDS_PER_SECOND;
}

/** The instant so many seconds later; the result is a whole number of microseconds. */
export function secondsAfter(at: Instant, seconds: number): Instant {
  return (at + Math.round(seconds * MICROSECONDS_PER_SECOND)) as Instant;
}
