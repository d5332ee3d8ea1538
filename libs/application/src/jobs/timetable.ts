import type { Instant } from '@callstitch/domain';

/** When jobs are due. An hour that a change of clocks repeats is due once; times that it skips are due right after it. */
export interface Timetable {
  /** The first time after an instant; null when the job is never due. */
  next(job: string, after: Instant): Instant | null;
  /** The last time at or before an instant; null when there is none. */
  last(job: string, at: Instant): Instant | null;
}
