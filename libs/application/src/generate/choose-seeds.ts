import type { CelStore } from './cel-store.js';
import type { IdSpan } from './id-span.js';

/** Rows that a batch begins with lie within so many ids for each of them; what lies further apart begins another batch. */
const REACH = 4;

/**
 * The newest unread ids that hold at most so many rows, in spans, newest first; none when no rows are left.
 *
 * Conversations that reach over the edge of a batch are read whole, so what remains there are crumbs. They are taken
 * together: each by itself would be a batch, a transaction for a handful of rows.
 */
export async function chooseSeeds(store: CelStore, unread: readonly IdSpan[], count: number): Promise<readonly IdSpan[]> {
  const newest = await store.newestPart(unread, count);
  return newest === null ? [] : [newest, ...crumbsBelow(newest, unread, count)];
}

/** There are no more rows than ids, so counting these needs no question to the store. */
function crumbsBelow(newest: IdSpan, unread: readonly IdSpan[], count: number): readonly IdSpan[] {
  const lowest = newest.until - REACH * count;
  const crumbs: IdSpan[] = [];
  let left = count - (newest.until - newest.from);
  for (const span of unread) {
    const until = Math.min(span.until, newest.from);
    if (until <= span.from) continue;
    const from = Math.max(span.from, until - left, lowest);
    if (from >= until) break;
    crumbs.push({ from, until });
    left -= until - from;
  }
  return crumbs;
}
