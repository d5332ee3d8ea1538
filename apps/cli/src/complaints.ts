import type { CelsCorrelated } from '@callstitch/application';
import { cleanText } from './clean-text.js';
import { count } from './count.js';

const MOST_SHOWN = 10;

/** Which rows were broken and which conversations could not be told, the first of each; empty when all is well. */
export function complaints({ brokenRows, refused }: CelsCorrelated): string {
  const rows = brokenRows
    .slice(0, MOST_SHOWN)
    .map(({ input, row, reason }) => `${input === '-' ? 'standard input' : input}, row ${row}: ${reason}`);
  const conversations = refused.slice(0, MOST_SHOWN).map(({ conversationId, reason }) => `conversation ${conversationId}: ${reason}`);
  return [...rows, ...more(brokenRows.length, 'broken row'), ...conversations, ...more(refused.length, 'conversation')]
    .map((line) => `${cleanText(line)}\n`)
    .join('');
}

function more(number: number, noun: string): string[] {
  return number <= MOST_SHOWN ? [] : [`and ${count(number - MOST_SHOWN, `more ${noun}`)}`];
}
