import type { Instant } from '@callstitch/domain';
import { secondsAfter, secondsBetween } from '@callstitch/domain';
import type { FailedDelivery } from './delivery-book.js';

/** When a delivery is tried again that is not taken. */
export interface RetryPlan {
  /** Seconds after the first failure, the second …: as many as there are further tries. */
  readonly delaysSeconds: readonly number[];
  /** How long it may be tried at all. */
  readonly mostSeconds: number;
}

/** After 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, 3 h, 6 h and 12 h, and no longer than a day. */
export const DEFAULT_RETRIES: RetryPlan = {
  delaysSeconds: [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200],
  mostSeconds: 86_400,
};

/** What becomes of a delivery that failed once more; dead when no try is left, or when its day is over. */
export function nextTry(
  { tries, since }: Pick<FailedDelivery, 'tries' | 'since'>,
  now: Instant,
  { delaysSeconds, mostSeconds }: RetryPlan,
): Pick<FailedDelivery, 'state' | 'tries' | 'nextAt'> {
  const delay = delaysSeconds[tries];
  const nextAt = secondsAfter(now, delay ?? 0);
  const dead = delay === undefined || secondsBetween(since, nextAt) > mostSeconds;
  return { state: dead ? 'dead' : 'waiting', tries: tries + 1, nextAt: dead ? now : nextAt };
}
