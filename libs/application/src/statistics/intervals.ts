import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { Interval, StatisticsChoice } from './statistics-choice.js';
import type { Zone } from './zone.js';
import { DAY } from './zone.js';

/** A part of time, `[from, until)`. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

const HOUR = 3_600_000_000;

/** Bounds what one answer holds. */
export const MOST_INTERVALS = 5_000;

/**
 * Cuts a span into steps that begin at its own beginning; the last one ends with the span. An hour is an hour of absolute time, so a
 * day with a clock change has 23 or 25; days and months keep the time on the wall. null when they are more than `MOST_INTERVALS`.
 */
export function intervalsOf({ from, until }: Span, step: Interval, zone: Zone): readonly Span[] | null {
  const spans: Span[] = [];
  for (let at = from, steps = 1; at < until; steps++) {
    if (spans.length === MOST_INTERVALS) return null;
    const next = Math.min(stepped(from, steps, step, zone), until) as Instant;
    // Where clocks go back over a midnight's edge, two walls may be one instant.
    if (next > at) spans.push({ from: at, until: next });
    at = next;
  }
  return spans;
}

/** Whether an interval is shown: its first day must be wanted, and for hours those of its beginning and of its end too. */
export function isShown({ from, until }: Span, step: Interval, { hours, weekDays, zone }: StatisticsChoice): boolean {
  if (step === 'month') return true;
  if (!weekDays.includes(weekDayOf(zone.wallOf(from)))) return false;
  if (step === 'day' || hours === null) return true;
  return [from, until].every((edge) => {
    const hour = Math.floor((zone.wallOf(edge) % DAY) / HOUR);
    return hour >= hours.first && hour <= hours.last;
  });
}

/** The instant after which an hourly answer is too large: a month on the wall later. */
export function monthAfter(at: Instant, zone: Zone): Instant {
  return stepped(at, 1, 'month', zone);
}

/** The next midnight of a zone. */
export function nextMidnight(at: Instant, zone: Zone): Instant {
  return zone.instantOf((Math.floor(zone.wallOf(at) / DAY) + 1) * DAY);
}

function stepped(from: Instant, steps: number, step: Interval, zone: Zone): Instant {
  if (step === 'hour') return instant(from + steps * HOUR);
  const wall = zone.wallOf(from);
  return zone.instantOf(step === 'day' ? wall + steps * DAY : monthsLater(wall, steps));
}

/** The same day and time some months later; the month's last day where it has no such day. */
function monthsLater(wall: number, months: number): number {
  const time = wall % DAY;
  const date = new Date(Math.floor(wall / DAY) * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) * 1_000 + time;
}

function weekDayOf(wall: number): number {
  return new Date(Math.floor(wall / 1_000)).getUTCDay() || 7;
}
