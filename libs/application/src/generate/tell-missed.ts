import type { Instant } from '@callstitch/domain';
import type { FindMissedOptions } from './find-missed.js';
import { findMissed } from './find-missed.js';
import type { Generated, GenerateOptions } from './generate-options.js';
import { generateCallLogs } from './generate-call-logs.js';

/** What a re-check found, and what became of it. */
export interface Rechecked extends Pick<Generated, 'created' | 'updated'> {
  /** Conversations with rows that were read and that nothing accounted for. */
  readonly missed: number;
}

/** Conversations that are told again in one transaction. */
const AT_ONCE = 500;

/**
 * Looks for conversations of some time whose rows count as read although no call log was made of them, and tells them again by their
 * linkedids, as live generation does. Writes nothing where nothing was missed; may be stopped and repeated.
 */
export async function tellMissed(since: Instant, options: GenerateOptions & FindMissedOptions): Promise<Rechecked> {
  const missed = await findMissed(since, options);
  let [created, updated] = [0, 0];
  for (let from = 0; from < missed.length; from += AT_ONCE) {
    const linkedids = missed.slice(from, from + AT_ONCE).flat();
    const generated = await generateCallLogs({ kind: 'linkedids', linkedids }, options);
    created += generated.created;
    updated += generated.updated;
    options.onProgress?.(generated);
  }
  return { missed: missed.length, created, updated };
}
