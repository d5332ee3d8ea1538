import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { Span } from './intervals.js';
import { intervalsOf, isShown, nextMidnight } from './intervals.js';
import type { Interval, StatisticsChoice } from './statistics-choice.js';

/** A line of an answer: some time, and the parts between the edges that it adds up. */
export interface Period {
  readonly from: Instant | null;
  readonly until: Instant;
  readonly hasPart: (part: number) => boolean;
}

/** How figures are asked for at once, and which lines they make: one for each interval that is shown, then one for all of it. */
export interface PeriodPlan {
  readonly edges: readonly Instant[];
  readonly periods: readonly Period[];
}

const EARLIEST = instant(0);
const LATEST = instant(Date.UTC(2254, 11, 31) * 1_000);

/** `oldestAt` is where the figures begin when the choice says nothing; null when the intervals are too many for an answer. */
export function planPeriods(
  choice: StatisticsChoice,
  { oldestAt, interval, now }: { readonly oldestAt: Instant | null; readonly interval: Interval | null; readonly now: Instant },
): PeriodPlan | null {
  const { zone } = choice;
  const from = choice.from ?? oldestAt;
  const until = choice.until ?? nextMidnight(now, zone);
  const intervals = interval === null || from === null ? [] : intervalsOf({ from, until }, interval, zone);
  if (intervals === null) return null;
  const whole = { from: choice.from ?? EARLIEST, until: choice.until ?? LATEST };
  const edges = [...new Set([whole.from, ...intervals.flatMap((span) => [span.from, span.until]), whole.until])].sort((a, b) => a - b);
  const periodOf = (span: Span): Period => ({ ...span, hasPart: (part) => edges[part] === span.from });
  const shown = interval === null ? [] : intervals.filter((span) => isShown(span, interval, choice));
  return { edges, periods: [...shown.map(periodOf), { from, until, hasPart: () => true }] };
}
