import type { Screen } from './terminal.js';

/** A JSON array that is written as its values come, one a line. */
export interface JsonArray {
  readonly write: (values: Iterable<unknown>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Begins a JSON array; nothing of it is held in memory. */
export function jsonArray(screen: Screen): JsonArray {
  let start = '[\n';
  return {
    async write(values) {
      for (const value of values) {
        await screen.write(`${start}${jsonText(value)}`);
        start = ',\n';
      }
    },
    end: () => screen.write(start === '[\n' ? '[]\n' : '\n]\n'),
  };
}

/** Writes values as a JSON array, one a line, without holding the whole text in memory. */
export async function writeJsonArray(values: readonly unknown[], screen: Screen): Promise<void> {
  const array = jsonArray(screen);
  await array.write(values);
  await array.end();
}

/** JSON in which control characters of names stay escaped, also those that JSON would allow. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
