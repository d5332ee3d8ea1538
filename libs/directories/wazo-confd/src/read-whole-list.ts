import type { ConfdClient } from './confd-client.js';
import { ConfdFailure } from './confd-failure.js';
import { readPage } from './read-page.js';
import type { Page } from './read-page.js';
import type { Identified, WayToAsk } from './way-to-ask.js';

const PAGE_SIZE = 1_000;

export interface WholeList<Answer> {
  readonly items: ReadonlyMap<string, readonly Answer[]>;
  /** Whether it holds as many as confd says there are, all readable. Even so something may have moved between two pages. */
  readonly isComplete: boolean;
  /** How many pages it takes; more than were read when it was too long. */
  readonly pages: number;
  readonly isCut: boolean;
}

/** Reads a list page by page; of one that has more than `mostPages` only the first. Throws a ConfdFailure when the first is not to be had. */
export async function readWholeList<Answer>(
  { listPath, identify }: WayToAsk<Answer>,
  { client, mostPages }: { readonly client: ConfdClient; readonly mostPages: number },
): Promise<WholeList<Answer>> {
  const page = (offset: number): Promise<Page> =>
    client.get({ path: listPath, query: { recurse: 'true', limit: String(PAGE_SIZE), offset: String(offset) } }, readPage);
  const first = await page(0);
  // A confd that gives fewer at once than asked for sets the pace.
  const step = Math.max(first.items.length, 1);
  const pages = Math.ceil(first.total / step);
  const isCut = pages > Math.max(mostPages, 1);
  const offsets = isCut ? [] : Array.from({ length: Math.max(pages - 1, 0) }, (_, at) => (at + 1) * step);
  const rest = await Promise.all(offsets.map((offset) => page(offset).catch(orNothing)));
  const read = [first, ...rest].flatMap(({ items }) => items).flatMap((item) => orLeftOut(() => identify(item)));
  const distinct = [...new Map(read.map((one) => [JSON.stringify(one), one])).values()];
  const items = new Map<string, Answer[]>();
  for (const { key, answer } of distinct) items.set(key, [...(items.get(key) ?? []), answer]);
  const isComplete = distinct.length === first.total && rest.every(({ total }) => total === first.total);
  return { items, isComplete, pages, isCut };
}

function orNothing(error: unknown): Page {
  if (error instanceof ConfdFailure) return { items: [], total: -1 };
  throw error;
}

function orLeftOut<Answer>(identify: () => Identified<Answer>): Identified<Answer>[] {
  try {
    return [identify()];
  } catch (error) {
    if (error instanceof ConfdFailure) return [];
    throw error;
  }
}
