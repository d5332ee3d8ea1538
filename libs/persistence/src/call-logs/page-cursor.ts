import type { Instant } from '@callstitch/domain';
import { CallstitchError, instant } from '@callstitch/domain';

/** The last call log of a page: start in microseconds and id. */
const CURSOR = /^(\d{1,16})-(\d{1,15})$/;

/** Where a page ends, as a text that means nothing to others. */
export function pageCursor({ started_at, id }: { readonly started_at: Instant; readonly id: number }): string {
  return `${started_at}-${id}`;
}

/** The last call log of the page before; throws a CallstitchError when the text is no such place. */
export function readPageCursor(text: string): { readonly startedAt: Instant; readonly id: number } {
  const match = CURSOR.exec(text);
  if (match === null) throw new CallstitchError('ARGUMENT_INVALID', `"${text}" is not where a page ends; take it from the page before.`);
  return { startedAt: instant(Number(match[1])), id: Number(match[2]) };
}
