import type { Instant } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';

/** Shows instants as people of one zone read them. */
export interface WallClock {
  readonly timezone: string;
  /** `2026-11-23 15:14:11` */
  dateAndTime(at: Instant): string;
  /** `15:14:11.120345` */
  exactTime(at: Instant): string;
}

/** The clock on the wall in a zone, by its IANA name; an unknown name is an ARGUMENT_INVALID. */
export function wallClock(timezone: string): WallClock {
  const format = formatIn(timezone);
  const parts = (at: Instant): Readonly<Record<string, string>> =>
    Object.fromEntries(format.formatToParts(Math.floor(at / 1000)).map(({ type, value }) => [type, value]));
  const time = ({ hour = '', minute = '', second = '' }: Readonly<Record<string, string>>): string => `${hour}:${minute}:${second}`;
  return {
    timezone,
    dateAndTime(at) {
      const read = parts(at);
      return `${read['year'] ?? ''}-${read['month'] ?? ''}-${read['day'] ?? ''} ${time(read)}`;
    },
    exactTime: (at) => `${time(parts(at))}.${String(at % 1_000_000).padStart(6, '0')}`,
  };
}

function formatIn(timezone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch (error) {
    const sentence = `"${timezone}" is not a time zone; use an IANA name such as Europe/Paris.`;
    throw new CallstitchError('ARGUMENT_INVALID', sentence, { cause: error });
  }
}
