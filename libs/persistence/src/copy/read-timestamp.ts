import type { Instant } from '@callstitch/domain';
import { isInstant } from '@callstitch/domain';

const MICROSECONDS_PER_SECOND = 1_000_000;
const FURTHEST_OFFSET_HOURS = 15;

const EPOCH_SECONDS = /^(\d{1,11})(?:\.(\d*))?$/;
const OFFSET = /^(?:[Zz]|([+-])(\d\d)(?::?(\d\d)(?::?(\d\d))?)?)$/;

let lastDay = '';
let lastMidnight = NaN;

/**
 * The instant of a time as PostgreSQL prints it (`datestyle` ISO), or of seconds since the epoch; a time without
 * a zone is taken as UTC. Null for anything else, and for times before 1970 or after 2254.
 *
 * Digits are read as digits, so no microsecond is lost; those after the sixth are cut.
 */
export function readTimestamp(text: string): Instant | null {
  const microseconds = text.charCodeAt(4) === 45 ? dateAndTime(text) : epochSeconds(text);
  return isInstant(microseconds) ? microseconds : null;
}

function dateAndTime(text: string): number {
  const day = text.slice(0, 10);
  if (day !== lastDay) {
    lastMidnight = midnightSeconds(day);
    lastDay = day;
  }
  const separator = text.charCodeAt(10);
  if ((separator !== 32 && separator !== 84) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return NaN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // Written so that NaN fails too.
  if (!(hour < 24 && minute < 60 && second < 60)) return NaN;

  let at = 19;
  let fraction = 0;
  if (text.charCodeAt(at) === 46) {
    let unit = MICROSECONDS_PER_SECOND;
    for (at++; isDigit(text.charCodeAt(at)); at++) {
      unit = Math.trunc(unit / 10);
      fraction += (text.charCodeAt(at) - 48) * unit;
    }
  }
  const offset = at === text.length ? 0 : offsetSeconds(text.slice(at));
  return (lastMidnight + hour * 3600 + minute * 60 + second - offset) * MICROSECONDS_PER_SECOND + fraction;
}

/** NaN for a day that does not exist, which `Date` would take for another one. */
function midnightSeconds(day: string): number {
  const milliseconds = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(milliseconds) || new Date(milliseconds).getUTCDate() !== Number(day.slice(8))) return NaN;
  return milliseconds / 1000;
}

function offsetSeconds(text: string): number {
  if (text === '+00') return 0;
  const match = OFFSET.exec(text.trimStart());
  if (match === null) return NaN;
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map((digits) => Number(digits ?? 0)) as [number, number, number];
  if (hours > FURTHEST_OFFSET_HOURS || minutes > 59 || seconds > 59) return NaN;
  return (match[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

function epochSeconds(text: string): number {
  const match = EPOCH_SECONDS.exec(text);
  if (match === null) return NaN;
  return Number(match[1]) * MICROSECONDS_PER_SECOND + Number((match[2] ?? '').slice(0, 6).padEnd(6, '0'));
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
