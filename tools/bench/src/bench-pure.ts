import { groupConversations } from '@callstitch/correlation';
import { asteriskDialect } from '@callstitch/dialect-asterisk';
import type { Cel } from '@callstitch/domain';
import { isRefusal } from '@callstitch/domain';
import { repeatCels } from './repeat-cels.js';

/** One size: the best of some runs, in seconds. */
export interface PureResult {
  readonly rows: number;
  readonly calls: number;
  readonly groupSeconds: number;
  readonly tellSeconds: number;
  readonly rowsPerSecond: number;
}

const RUNS = 3;

/** Grouping, replaying and telling of so many rows in memory, on one core; no reading, no database. */
export function benchPure(recording: readonly Cel[], rows: number): PureResult {
  const cels = repeatCels(recording, rows);
  const dialect = asteriskDialect({ trunks: [], internal: [], directory: null });
  let best: PureResult | null = null;
  for (let run = 0; run < RUNS; run++) {
    const begin = performance.now();
    const conversations = groupConversations(cels);
    const grouped = performance.now();
    let calls = 0;
    for (const conversation of conversations) if (!isRefusal(dialect.tell(conversation))) calls++;
    const told = performance.now();
    const rowsPerSecond = rows / ((told - begin) / 1000);
    if (best === null || rowsPerSecond > best.rowsPerSecond) {
      best = { rows, calls, groupSeconds: (grouped - begin) / 1000, tellSeconds: (told - grouped) / 1000, rowsPerSecond };
    }
  }
  return best as PureResult;
}

/** How time grows with size: the slope between the smallest and the largest on logarithmic axes; 1 is linear. */
export function growthExponent(results: readonly PureResult[]): number {
  const [least, most] = [results[0], results.at(-1)];
  if (least === undefined || most === undefined || least.rows === most.rows) return Number.NaN;
  const seconds = ({ groupSeconds, tellSeconds }: PureResult): number => groupSeconds + tellSeconds;
  return Math.log(seconds(most) / seconds(least)) / Math.log(most.rows / least.rows);
}
