import type { Instant } from '@callstitch/domain';

const MICROSECONDS_PER_MILLISECOND = 1_000;

const digits = (number: number, length: number): string => String(number).padStart(length, '0');

/** An instant in this machine's time, with microseconds and without an offset, as the reference writes it: `2026-01-05T11:02:14.120031`. */
export function localTime(at: Instant): string {
  const milliseconds = Math.floor(at / MICROSECONDS_PER_MILLISECOND);
  const date = new Date(milliseconds);
  const day = [date.getFullYear(), digits(date.getMonth() + 1, 2), digits(date.getDate(), 2)].join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map((one) => digits(one, 2)).join(':');
  const fraction = digits(date.getMilliseconds(), 3) + digits(at - milliseconds * MICROSECONDS_PER_MILLISECOND, 3);
  return `${day}T${time}.${fraction}`;
}
