import type { Telling } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import type { Screen } from './terminal.js';

/** Writes call logs as a JSON array, one a line, without holding the whole text in memory. */
export async function writeJsonArray(tellings: readonly Telling[], screen: Screen): Promise<void> {
  if (tellings.length === 0) return screen.write('[]\n');
  let start = '[\n';
  for (const { callLog } of tellings) {
    await screen.write(`${start}${jsonText(callLogJson(callLog))}`);
    start = ',\n';
  }
  await screen.write('\n]\n');
}

/** JSON in which control characters of names stay escaped, also those that JSON would allow. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
