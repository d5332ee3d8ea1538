import { count } from './count.js';
import type { Terminal } from './terminal.js';

const QUIET_MS = 500;
const PAUSE_MS = 200;

export interface Progress {
  readonly rowsRead: (rows: number) => void;
  /** Takes the line away again. */
  readonly clear: () => Promise<void>;
}

/** A line on the terminal that counts rows while a big input is read; nothing when nobody is watching. */
export function progressOn({ err, now }: Terminal): Progress {
  if (err.columns === null) return { rowsRead: () => undefined, clear: () => Promise.resolve() };
  let nextAt = now() + QUIET_MS;
  let shown = false;
  return {
    rowsRead(rows) {
      if (now() < nextAt) return;
      nextAt = now() + PAUSE_MS;
      shown = true;
      void err.write(`\r${count(rows, 'row')} read…`);
    },
    clear: async () => {
      if (shown) await err.write('\r\u001B[K');
    },
  };
}
