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
  /** Both together. */
  readonly seconds: number;
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
    const seconds = (told - begin) / 1000;
    if (best === null || seconds < best.seconds) {
      const [groupSeconds, tellSeconds] = [(grouped - begin) / 1000, (told - grouped) / 1000];
      best = { rows, calls, groupSeconds, tellSeconds, seconds, rowsPerSecond: rows / seconds };
    }
  }
  return best as PureResult;
}
