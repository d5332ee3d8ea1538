import type { Instant } from '@callstitch/domain';
import { isInstant } from '@callstitch/domain';
import type { LocalTime } from './local-time.js';

const MICROSECONDS_PER_SECOND = 1_000_000;
const DATE_AND_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))? ?(?:([Zz])|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?)?$/;
const EPOCH = /^(\d{1,11})(?:\.(\d*))?$/;
const FURTHEST_OFFSET_HOURS = 15;

/**
 * The instant of an `eventtime`: ISO 8601 or as databases print it, with or without zone, or seconds since the epoch.
 *
 * Microseconds are read as text, so that none is lost; digits after the sixth are cut. A time without zone is a
 * time of day in the given zone. Null for anything else and for times before 1970 or after 2254.
 */
export function readEventTime(text: string, zone: LocalTime): Instant | null {
  const match = DATE_AND_TIME.exec(text);
  const microseconds = match === null ? epoch(text) : dateAndTime(match, zone);
  return microseconds !== null && isInstant(microseconds) ? microseconds : null;
}

function epoch(text: string): number | null {
  const match = EPOCH.exec(text);
  return match === null ? null : Number(match[1]) * MICROSECONDS_PER_SECOND + fraction(match[2]);
}

function dateAndTime(match: RegExpExecArray, zone: LocalTime): number | null {
  const midnight = midnightSeconds(Number(match[1]), Number(match[2]), Number(match[3]));
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  const offset = writtenOffsetSeconds(match);
  if (midnight === null || hour > 23 || minute > 59 || second > 59 || offset === undefined) return null;
  const wall = midnight + hour * 3600 + minute * 60 + second;
  const seconds = offset === null ? zone.secondsOf(wall) : wall - offset;
  return seconds * MICROSECONDS_PER_SECOND + fraction(match[7]);
}

/** Null for a 13th month or a 30th of February, which `Date.UTC` would take for another day. */
function midnightSeconds(year: number, month: number, day: number): number | null {
  const milliseconds = Date.UTC(year, month - 1, day);
  const date = new Date(milliseconds);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? milliseconds / 1000 : null;
}

/** Seconds east of Greenwich; null when no zone is written, undefined when there is no such offset. */
function writtenOffsetSeconds(match: RegExpExecArray): number | null | undefined {
  if (match[8] !== undefined) return 0;
  if (match[9] === undefined) return null;
  const [hours, minutes, seconds] = [match[10], match[11], match[12]].map((digits) => Number(digits ?? 0)) as [number, number, number];
  if (hours > FURTHEST_OFFSET_HOURS || minutes > 59 || seconds > 59) return undefined;
  return (match[9] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

function fraction(digits: string | undefined): number {
  return digits === undefined || digits === '' ? 0 : Number(digits.slice(0, 6).padEnd(6, '0'));
}
