import type { Instant } from '@callstitch/domain';
import type { Zone } from './zone.js';

export type Interval = 'hour' | 'day' | 'month';

/** Which figures count. */
export interface StatisticsChoice {
  /** null has no end on that side. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Figures of these hours of the day, both included; null for all hours. */
  readonly hours: { readonly first: number; readonly last: number } | null;
  /** Monday is 1, Sunday 7. */
  readonly weekDays: readonly number[];
  /** Where hours, days and midnights are read. */
  readonly zone: Zone;
}
