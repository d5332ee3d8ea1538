import { defineTagger } from '@callstitch/plugin-api';
import { BusinessHoursOptions, type Span } from './business-hours-options.js';
import { localTime, theDayBefore, wallClock, type LocalTime } from './local-time.js';

/**
 * Whether a call started inside the weekly hours. Hours are those of the wall clock, so a change to summer time moves nothing: 09:00
 * stays 09:00. A span over midnight belongs to the day on which it begins, also when the next day is a holiday.
 */
export const businessHours = defineTagger({
  name: 'business-hours',
  options: BusinessHoursOptions,
  prepare: ({ timezone }) => Promise.resolve(wallClock(timezone)),
  tag({ startedAt }, options, clock) {
    const now = localTime(startedAt, clock);
    const before = theDayBefore(now);
    const isInside =
      spansOf(now, options).some(({ from, until }) => from <= now.time && (now.time < until || isOverMidnight(from, until))) ||
      spansOf(before, options).some(({ from, until }) => isOverMidnight(from, until) && now.time < until);
    return [isInside ? options.inside : options.outside];
  },
});

function spansOf({ day, weekday }: LocalTime, { weekly, holidays }: BusinessHoursOptions): readonly Span[] {
  return holidays.includes(day) ? [] : weekly[weekday];
}

function isOverMidnight(from: string, until: string): boolean {
  return until <= from;
}
