import type { CustomTypesConfig } from 'pg';
import { types } from 'pg';
import { readTimestamp } from './copy/read-timestamp.js';

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, wholeNumber],
  [types.builtins.TIMESTAMPTZ, timestamp],
]);

/** How values of our connections arrive: `bigint` as a number, `timestamptz` as an `Instant`; both throw rather than lose a digit. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid: Parameters<typeof types.getTypeParser>[0]): unknown => PARSERS.get(oid) ?? types.getTypeParser(oid),
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number`);
  return number;
}

function timestamp(text: string): number {
  const at = readTimestamp(text);
  if (at === null) throw new RangeError(`${text} is not an instant between 1970 and 2254`);
  return at;
}
