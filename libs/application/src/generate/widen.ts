import { quotedUniqueids } from '@callstitch/correlation';
import type { Cel, Linkedid } from '@callstitch/domain';
import type { CallLogBook } from './call-log-book.js';
import type { CelStore } from './cel-store.js';
import type { IdSpan } from './id-span.js';

/** Names that rows bring in: linkedids, uniqueids, and the channels that they quote. */
function addNames(cels: readonly Cel[], known: ReadonlySet<string>, found: Set<string>): void {
  let before: Cel | null = null;
  for (const cel of cels) {
    if (before?.uniqueid !== cel.uniqueid && !known.has(cel.uniqueid)) found.add(cel.uniqueid);
    if (before?.linkedid !== cel.linkedid && cel.linkedid !== '' && !known.has(cel.linkedid)) found.add(cel.linkedid);
    for (const quoted of quotedUniqueids(cel)) if (!known.has(quoted)) found.add(quoted);
    before = cel;
  }
}

export interface WidenOptions {
  readonly store: CelStore;
  readonly book: Pick<CallLogBook, 'known'>;
  /** A span of which every row is at hand: a seed, or `beside`. */
  readonly covered: IdSpan | null;
  /** Rows of that span that are no seeds, and may be kin of them. */
  readonly beside?: readonly Cel[];
}

/**
 * Completes rows to whole conversations: every row that shares a linkedid or channel with one of them, directly or
 * through others, to a fixpoint. A conversation that the book knows brings all its linkedids.
 *
 * One hop is not enough: a chain of transfers is torn by it (reference defect P-02).
 */
export async function widen(seeds: readonly Cel[], { store, book, covered, beside = [] }: WidenOptions): Promise<readonly Cel[]> {
  const names = new Set<string>();
  const rows = [...seeds];
  const ids = new Set<number>();
  let fresh: readonly Cel[] = seeds;
  for (;;) {
    const found = new Set<string>();
    addNames(fresh, names, found);
    if (found.size === 0) return rows;
    const conversations = await book.known(store.source, [...found] as Linkedid[]);
    for (const { linkedids } of conversations) for (const linkedid of linkedids) if (!names.has(linkedid)) found.add(linkedid);
    for (const name of found) names.add(name);
    const near = beside.filter(({ linkedid, uniqueid }) => found.has(linkedid) || found.has(uniqueid));
    const kin = [...near, ...(await store.readKin([...found], covered))];
    fresh = kin.filter(({ id }) => !ids.has(id));
    for (const cel of fresh) {
      ids.add(cel.id);
      rows.push(cel);
    }
  }
}
