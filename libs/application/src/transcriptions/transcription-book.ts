import type { Instant } from '@callstitch/domain';

/** What somebody said to a voicemail, in writing. */
export interface Transcription {
  readonly messageId: string;
  readonly tenantUuid: string;
  readonly voicemailId: number | null;
  readonly text: string;
  /** Who wrote it down. */
  readonly providerId: string | null;
  readonly language: string | null;
  readonly durationSeconds: number | null;
  /** When the message was first written down. */
  readonly createdAt: Instant;
}

/** Which transcriptions a list shows; what is left out does not matter. */
export interface TranscriptionFilter {
  readonly tenantUuids: readonly string[];
  readonly createdFrom?: Instant;
  readonly createdUntil?: Instant;
  /** A part of the text in any case; nothing in it is special. */
  readonly searchText?: string;
  readonly voicemailIds?: readonly number[];
}

export interface TranscriptionPlace {
  readonly order: 'createdAt' | 'messageId';
  readonly descending: boolean;
  readonly offset: number;
  /** 0 for none. */
  readonly limit: number;
}

export interface TranscriptionPage {
  readonly items: readonly Transcription[];
  /** All of the tenants. */
  readonly total: number;
  /** Those that the filter lets through. */
  readonly filtered: number;
}

/** Where transcriptions are kept; each change is written down to be announced. No two tenants have a message of one id. */
export interface TranscriptionBook {
  /**
   * In place of the message's transcription, if there is one, whose `createdAt` stays; resolves to what is kept then. Null, and
   * nothing is written, when the message is another tenant's.
   */
  put(transcription: Transcription): Promise<Transcription | null>;
  /** Forgets a message, whoever's it is, and resolves to what was kept of it. */
  remove(messageId: string): Promise<readonly Transcription[]>;
  find(filter: TranscriptionFilter, place: TranscriptionPlace): Promise<TranscriptionPage>;
}
