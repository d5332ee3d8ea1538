import { closeSync, openSync, writeSync } from 'node:fs';
import type { SimulatedCall } from '../script/planned.js';

const CHARACTERS_PER_WRITE = 256 * 1024;

/** Truths, one JSON object a line. Written at once, so that they never wait in memory. */
export interface TruthFile {
  readonly add: (truth: SimulatedCall) => void;
  readonly close: () => void;
}

/** Opens the file, or takes truths and forgets them when there is none. */
export function openTruthFile(path: string | null): TruthFile {
  if (path === null) return { add: () => undefined, close: () => undefined };
  const file = openSync(path, 'w');
  let text = '';
  const flush = (): void => {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    text = '';
  };
  return {
    add(truth) {
      text += `${JSON.stringify(truth)}\n`;
      if (text.length >= CHARACTERS_PER_WRITE) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
