import type { ExportBook } from './export-book.js';
import type { ExportQueue } from './export-queue.js';

/**
 * Hands to workers again what waits or was left by a killed worker, also what never reached the queue; says how many. One that a
 * worker has in hand is handed out in vain, which does no harm.
 */
export async function resumeExports(book: Pick<ExportBook, 'unfinished'>, queue: ExportQueue): Promise<number> {
  const unfinished = await book.unfinished();
  for (const uuid of unfinished) await queue.add(uuid);
  return unfinished.length;
}
