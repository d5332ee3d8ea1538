import type { BrokenRow } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';
import { cleanText } from './clean-text.js';
import { count } from './count.js';

const MOST_SHOWN = 10;

/** What went wrong with some rows and conversations; counts are there when not all are listed. */
export interface Complaints {
  readonly brokenRows?: readonly BrokenRow[];
  readonly broken?: number;
  readonly refused?: readonly { readonly conversationId: Linkedid; readonly reason: string }[];
  readonly refusedCount?: number;
}

/** Which rows were broken and which conversations could not be told, the first of each; empty when all is well. */
export function complaints({
  brokenRows = [],
  broken = brokenRows.length,
  refused = [],
  refusedCount = refused.length,
}: Complaints): string {
  const rows = brokenRows
    .slice(0, MOST_SHOWN)
    .map(({ input, row, reason }) => `${input === '-' ? 'standard input' : input}, row ${row}: ${reason}`);
  const conversations = refused.slice(0, MOST_SHOWN).map(({ conversationId, reason }) => `conversation ${conversationId}: ${reason}`);
  return [...rows, ...more(broken, 'broken row'), ...conversations, ...more(refusedCount, 'conversation')]
    .map((line) => `${cleanText(line)}\n`)
    .join('');
}

function more(number: number, noun: string): string[] {
  return number <= MOST_SHOWN ? [] : [`and ${count(number - MOST_SHOWN, `more ${noun}`)}`];
}
