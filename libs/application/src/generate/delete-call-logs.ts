import type { CallFilter, Instant, Linkedid } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { CallLogBook } from './call-log-book.js';
import type { CelStore } from './cel-store.js';

export interface DeleteOptions {
  readonly book: CallLogBook;
  readonly store: CelStore;
  /** Call logs that started at or after this instant; null for all of them. */
  readonly since: Instant | null;
  /** Delete although some can never be generated again. */
  readonly force: boolean;
  /** Calls that a deletion for good does not touch: they stay, even when forced, when nothing could bring them back. */
  readonly held?: CallFilter;
}

/** What `delete` would do. */
export interface Deletion {
  readonly callLogs: number;
  /** Conversations whose CELs are gone: once deleted, no run brings them back. */
  readonly beyondRecovery: readonly Linkedid[];
}

/** What was deleted. */
export interface Deleted extends Deletion {
  /** Call logs that stayed: they are held, and could not be generated again. */
  readonly spared: number;
}

/** Counts what `deleteCallLogs` would delete, and finds what could not be generated again. */
export async function previewDeletion({ book, store, since }: Omit<DeleteOptions, 'force' | 'held'>): Promise<Deletion> {
  const conversations = await book.standing(store.source, since);
  const there = await store.stillThere(conversations);
  return { callLogs: conversations.length, beyondRecovery: conversations.filter((conversation) => !there.has(conversation)) };
}

/**
 * Forgets the call logs of the last days, so that the next run generates them again under the same ids.
 *
 * Refused with `CELS_GONE` when rows were purged meanwhile and nothing could bring a call log back (reference defect P-25).
 */
export async function deleteCallLogs(options: DeleteOptions): Promise<Deleted> {
  const { book, store, since, force, held } = options;
  const deletion = await previewDeletion(options);
  const lost = deletion.beyondRecovery.length;
  if (lost > 0 && !force) {
    throw new CallstitchError(
      'CELS_GONE',
      `Nothing was deleted: the CELs of ${lost} of ${deletion.callLogs} call logs are gone, so they could never be generated again. ` +
        'Delete a shorter period, or force it.',
    );
  }
  const spared = held !== undefined && lost > 0 ? { conversations: deletion.beyondRecovery, held } : undefined;
  const callLogs = await book.forget(store.source, since, spared);
  return { ...deletion, callLogs, spared: spared === undefined ? 0 : Math.max(0, deletion.callLogs - callLogs) };
}
