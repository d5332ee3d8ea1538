import type { CallLog, Telling } from '@callstitch/domain';
import { callLogJson } from '@callstitch/domain';
import type { Screen } from './terminal.js';

/** A JSON array that is written as its call logs come, one a line. */
export interface JsonArray {
  readonly write: (callLogs: Iterable<CallLog>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Begins a JSON array; nothing of it is held in memory. */
export function jsonArray(screen: Screen): JsonArray {
  let start = '[\n';
  return {
    async write(callLogs) {
      for (const callLog of callLogs) {
        await screen.write(`${start}${jsonText(callLogJson(callLog))}`);
        start = ',\n';
      }
    },
    end: () => screen.write(start === '[\n' ? '[]\n' : '\n]\n'),
  };
}

/** Writes call logs as a JSON array, one a line, without holding the whole text in memory. */
export async function writeJsonArray(tellings: readonly Telling[], screen: Screen): Promise<void> {
  const array = jsonArray(screen);
  await array.write(tellings.map(({ callLog }) => callLog));
  await array.end();
}

/** JSON in which control characters of names stay escaped, also those that JSON would allow. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
