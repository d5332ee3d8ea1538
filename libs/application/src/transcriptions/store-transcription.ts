import type { Instant } from '@callstitch/domain';
import type { Transcription, TranscriptionBook } from './transcription-book.js';

export interface TranscriptionParts {
  readonly book: TranscriptionBook;
  /** The uuid that a tenant of that name has. */
  readonly uuidOfName: (name: string) => string;
  readonly now: () => Instant;
}

/**
 * Keeps what was said in a voicemail message, in place of what was kept of it; its tenant need not be known. Resolves to what is kept,
 * or to null when the message is another tenant's, whose stays.
 * A NUL, which no database holds, is left out.
 */
export function storeTranscription(
  { tenantUuid, ...said }: Omit<Transcription, 'createdAt'>,
  { book, uuidOfName, now }: TranscriptionParts,
): Promise<Transcription | null> {
  const plain = Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll('\u0000', '') : value]),
  ) as typeof said;
  return book.put({ ...plain, tenantUuid: uuidOfName(tenantUuid), createdAt: now() });
}

/** Forgets a voicemail message that was deleted; resolves to what was kept of it, nothing for one that nobody knows. */
export function deleteTranscription(messageId: string, { book }: Pick<TranscriptionParts, 'book'>): Promise<readonly Transcription[]> {
  return book.remove(messageId.replaceAll('\u0000', ''));
}
