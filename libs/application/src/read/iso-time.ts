import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

const SECONDS_LENGTH = '2026-01-05T10:00:00'.length;

/** ISO 8601 with a numeric offset; microseconds only when there are some. */
export function isoTime(at: Instant): string {
  const text = formatInstant(at);
  const fraction = text.slice(SECONDS_LENGTH, -1);
  return `${text.slice(0, SECONDS_LENGTH)}${fraction === '.000000' ? '' : fraction}+00:00`;
}

export const isoTimeOrNull = (at: Instant | null): string | null => (at === null ? null : isoTime(at));
