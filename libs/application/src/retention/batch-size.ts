/** Rows are to be locked for about so long, well below what anybody notices. */
const AIM_MS = 25;
const LEAST = 50;

/** How many the next batch takes, after one that locked its rows for so long: at most doubled, so that one quick batch is no promise. */
export function nextBatchSize(size: number, lockedMs: number, most: number): number {
  const wanted = lockedMs <= 0 ? size * 2 : Math.min(size * 2, Math.floor((size * AIM_MS) / lockedMs));
  return Math.min(most, Math.max(LEAST, wanted));
}
