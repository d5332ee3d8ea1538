import { generateCallLogs } from '../generate/generate-call-logs.js';
import type { LiveWork } from './tell-gathered.js';
import { tellGathered } from './tell-gathered.js';

/** Rows looked at between two batches of conversations that end now: these must not wait long. */
const SMALL_PIECE = 2_000;

/** After so many small pieces there is much to catch up on, and large ones are done sooner. */
const SMALL_PIECES = 20;
const LARGE_PIECE = 20_000;

/**
 * Closes conversations by silence, and reads whatever is unread up to now, newest first: rows that nobody told of, rows
 * that were committed late, and those of running calls, which are remembered as open.
 */
export async function catchUp(work: LiveWork): Promise<void> {
  const { generation, onBatch, gathered, isStopped } = work;
  onBatch(await generateCallLogs({ kind: 'due' }, await generation()));
  const options = await generation();
  const span = await options.store.bounds();
  if (span === null) return;
  for (let pieces = 0; !isStopped(); pieces++) {
    const count = pieces < SMALL_PIECES ? SMALL_PIECE : LARGE_PIECE;
    const generated = await generateCallLogs({ kind: 'span', span, count }, await generation());
    onBatch(generated);
    if (generated.rowsRead === 0) return;
    if (gathered.size > 0) await tellGathered(work);
  }
}
