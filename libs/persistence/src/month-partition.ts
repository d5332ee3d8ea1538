import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

const MICROSECONDS_PER_MILLISECOND = 1_000;

/** A calendar month in UTC, `[from, until)`, and the end of the names of its tables. */
export interface Month {
  readonly from: Instant;
  readonly until: Instant;
  /** E.g. `2026_11`. */
  readonly suffix: string;
}

/** The months that some instants lie in, each once, oldest first. */
export function monthsOf(instants: Iterable<Instant>): readonly Month[] {
  const months = new Map<string, Month>();
  let last: Month | null = null;
  for (const at of instants) {
    if (last !== null && at >= last.from && at < last.until) continue;
    last = monthOf(at);
    months.set(last.suffix, last);
  }
  return [...months.values()].sort((one, other) => one.from - other.from);
}

const CALL_LOGS_OF = /^call_log_(\d{4})_(\d{2})$/;

/** Where the month of a table of call logs begins; null for another table. */
export function startOf(tableName: string): Instant | null {
  const [, year, month] = CALL_LOGS_OF.exec(tableName) ?? [];
  return year === undefined ? null : firstOf(Number(year), Number(month) - 1);
}

function monthOf(at: Instant): Month {
  const date = new Date(at / MICROSECONDS_PER_MILLISECOND);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const from = firstOf(year, month);
  return { from, until: firstOf(year, month + 1), suffix: formatInstant(from).slice(0, 7).replace('-', '_') };
}

/** The last month ends where instants do, so its end is none that is kept elsewhere. */
function firstOf(year: number, month: number): Instant {
  return (Date.UTC(year, month, 1) * MICROSECONDS_PER_MILLISECOND) as Instant;
}
