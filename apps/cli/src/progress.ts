import { count } from './count.js';
import type { Terminal } from './terminal.js';

const QUIET_MS = 500;
const PAUSE_MS = 200;

export interface Progress {
  /** Counts what was read, rows unless another noun is given. */
  readonly rowsRead: (rows: number, noun?: string) => void;
  /** Shows a text at once. */
  readonly say: (text: string) => void;
  /** Takes the line away again. */
  readonly clear: () => Promise<void>;
}

/** A line on the terminal that counts rows while a big input is read; nothing when nobody is watching. */
export function progressOn({ err, now }: Pick<Terminal, 'err' | 'now'>): Progress {
  if (err.columns === null) return { rowsRead: () => undefined, say: () => undefined, clear: () => Promise.resolve() };
  let nextAt = now() + QUIET_MS;
  let shown = false;
  const say = (text: string): void => {
    void err.write(`\r${shown ? '\u001B[K' : ''}${text}`);
    shown = true;
  };
  return {
    say,
    rowsRead(rows, noun = 'row') {
      if (now() < nextAt) return;
      nextAt = now() + PAUSE_MS;
      say(`${count(rows, noun)} read…`);
    },
    clear: async () => {
      if (shown) await err.write('\r\u001B[K');
      shown = false;
    },
  };
}
