/** What a clock on the wall shows. */
export interface LocalTime {
  /** `2026-12-25` */
  readonly day: string;
  readonly weekday: Weekday;
  /** `08:59`; between 00:00 and 23:59 */
  readonly time: string;
}

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

const WEEKDAYS: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY_MS = 86_400_000;

/** Reads instants on the wall clock of a time zone. Made once, because making it is slow. */
export function wallClock(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

export function localTime(at: Date, clock: Intl.DateTimeFormat): LocalTime {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return { day, weekday: weekdayOf(day), time: `${part('hour')}:${part('minute')}` };
}

/** The day before, at the same time on the clock. */
export function theDayBefore({ day, time }: LocalTime): LocalTime {
  const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  return { day: before, weekday: weekdayOf(before), time };
}

function weekdayOf(day: string): Weekday {
  return WEEKDAYS[new Date(day).getUTCDay()]!;
}
