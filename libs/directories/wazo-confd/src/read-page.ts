import type { ConfdReply } from './confd-connection.js';
import { itemOf, listOf, numberOf, wrongShape } from './shape.js';

/** Part of a list, and how many there are in all. */
export interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
}

/** A page of a list. That a list is not there at all is no answer: the address is wrong. */
export function readPage(reply: ConfdReply): Page {
  if (reply.kind !== 'body') throw wrongShape('there is no such list');
  const body = itemOf(reply.body, 'a list');
  const [items, total] = [listOf(body, 'items'), numberOf(body, 'total')];
  if (items.length > total) throw wrongShape('a list holds more than it says');
  return { items, total };
}

/**
 * The first of what was searched for; null when nothing was found. Throws when confd found only others, as one does that
 * does not know the search: its list would not prove that there is none.
 */
export function readFirst<Read>(
  reply: ConfdReply,
  { read, isAsked }: { read: (item: unknown) => Read; isAsked: (read: Read) => boolean },
): Read | null {
  const { items, total } = readPage(reply);
  const first = items.map(read).find(isAsked) ?? null;
  if (first === null && total > 0) throw wrongShape('it found something else than was asked for');
  return first;
}
