import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';

/** The instant so many times 24 hours earlier; 1970 at the earliest. */
export function daysBefore(now: Instant, days: number): Instant {
  return Math.max(0, secondsAfter(now, -days * 86_400)) as Instant;
}
