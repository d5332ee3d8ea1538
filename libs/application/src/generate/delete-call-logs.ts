import type { Instant, Linkedid } from '@callstitch/domain';
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
}

/** What `delete` would do. */
export interface Deletion {
  readonly callLogs: number;
  /** Conversations whose CELs are gone: once deleted, no run brings them back. */
  readonly beyondRecovery: readonly Linkedid[];
}

/** Counts what `deleteCallLogs` would delete, and finds what could not be generated again. */
export async function previewDeletion({ book, store, since }: Omit<DeleteOptions, 'force'>): Promise<Deletion> {
  const conversations = await book.standing(store.source, since);
  const there = await store.stillThere(conversations);
  return { callLogs: conversations.length, beyondRecovery: conversations.filter((conversation) => !there.has(conversation)) };
}

/**
 * Forgets the call logs of the last days, so that the next run generates them again under the same ids.
 *
 * Refused with `CELS_GONE` when rows were purged meanwhile and nothing could bring a call log back (reference defect P-25).
 */
export async function deleteCallLogs(options: DeleteOptions): Promise<Deletion> {
  const { book, store, since, force } = options;
  const deletion = await previewDeletion(options);
  const lost = deletion.beyondRecovery.length;
  if (lost > 0 && !force) {
    throw new CallstitchError(
      'CELS_GONE',
      `Nothing was deleted: the CELs of ${lost} of ${deletion.callLogs} call logs are gone, so they could never be generated again. ` +
        'Delete a shorter period, or force it.',
    );
  }
  return { ...deletion, callLogs: await book.forget(store.source, since) };
}
