import type {
  Transcription,
  TranscriptionBook,
  TranscriptionFilter,
  TranscriptionPage,
  TranscriptionParts,
  TranscriptionPlace,
} from '@callstitch/application';
import { deleteTranscription, storeTranscription } from '@callstitch/application';
import { explained } from './database-failure.js';

/** What was said in voicemail messages. */
export interface Transcriptions {
  find(filter: TranscriptionFilter, place: TranscriptionPlace): Promise<TranscriptionPage>;
  /** In place of what was kept of the message; its tenant need not be known. Null when the message is another tenant's. */
  store(said: Omit<Transcription, 'createdAt'>): Promise<Transcription | null>;
  /** Resolves to what was kept of the message: nothing for one that nobody knows. */
  delete(messageId: string): Promise<readonly Transcription[]>;
}

/** Connects transcriptions with their book; failures of the database are in a person's words. */
export function assembleTranscriptions(book: TranscriptionBook, parts: Omit<TranscriptionParts, 'book'>): Transcriptions {
  return {
    find: (filter, place) => explained(() => book.find(filter, place)),
    store: (said) => explained(() => storeTranscription(said, { book, ...parts })),
    delete: (messageId) => explained(() => deleteTranscription(messageId, { book })),
  };
}
