import type { Instant, Linkedid } from '@callstitch/domain';
import type { CallLogBook } from './call-log-book.js';
import type { CelStore } from './cel-store.js';
import { covering, spansOf } from './id-span.js';

export interface FindMissedOptions {
  readonly store: Pick<CelStore, 'source' | 'rowsOfLinkedids' | 'readKin'>;
  readonly book: Pick<CallLogBook, 'known' | 'unread'>;
}

/** Linkedids that are compared at once. */
const AT_ONCE = 5_000;

/**
 * Linkedids with rows since an instant that were read and that no conversation accounts for, each conversation's in one group.
 *
 * This happens when a row took the id of one that was read (a restored backup, a replica that took over, a sequence set back), or when
 * two generators saw different rows of a call at the same time. Rows that are unread are not missed: any generation reads them.
 */
export async function findMissed(since: Instant, options: FindMissedOptions): Promise<readonly (readonly Linkedid[])[]> {
  const rows = await options.store.rowsOfLinkedids(since);
  const linkedids = [...rows.keys()];
  const missed: (readonly Linkedid[])[] = [];
  for (let from = 0; from < linkedids.length; from += AT_ONCE) {
    const suspected = await unaccounted(linkedids.slice(from, from + AT_ONCE), rows, options);
    const sure = suspected.length === 0 ? [] : await unaccounted(suspected.flat(), await rowsRead(suspected.flat(), options), options);
    missed.push(...sure);
  }
  // A conversation whose linkedids were compared apart is found twice.
  return [...new Map(missed.map((group) => [group[0], group])).values()];
}

/** Groups of linkedids that have more rows than their conversation was told from, or no conversation at all. */
async function unaccounted(
  linkedids: readonly Linkedid[],
  rows: ReadonlyMap<Linkedid, number>,
  { store, book }: FindMissedOptions,
): Promise<readonly (readonly Linkedid[])[]> {
  const known = await book.known(store.source, linkedids);
  const told = new Set(known.flatMap((conversation) => conversation.linkedids));
  const strangers = linkedids.filter((linkedid) => !told.has(linkedid) && (rows.get(linkedid) ?? 0) > 0).map((linkedid) => [linkedid]);
  const grown = known
    // What was purged is never told again.
    .filter(({ state, celCount, linkedids: own }) => state !== 'purged' && sum(own, rows) > celCount)
    .map((conversation) => conversation.linkedids);
  return [...strangers, ...grown];
}

/** How many usable rows that were read some linkedids have. The rows come first: what the book says later accounts for all of them. */
async function rowsRead(linkedids: readonly Linkedid[], { store, book }: FindMissedOptions): Promise<ReadonlyMap<Linkedid, number>> {
  const wanted = new Set(linkedids);
  const cels = (await store.readKin(linkedids, null)).filter(({ linkedid }) => wanted.has(linkedid));
  const isUnread = covering(await book.unread(store.source, spansOf(cels.map(({ id }) => id))));
  const counts = new Map<Linkedid, number>();
  for (const { id, linkedid } of cels) if (!isUnread(id)) counts.set(linkedid, (counts.get(linkedid) ?? 0) + 1);
  return counts;
}

function sum(linkedids: readonly Linkedid[], rows: ReadonlyMap<Linkedid, number>): number {
  return linkedids.reduce((total, linkedid) => total + (rows.get(linkedid) ?? 0), 0);
}
