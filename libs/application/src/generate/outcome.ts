import type { CallLog, Instant, Linkedid } from '@callstitch/domain';

/** What is known of a conversation's rows when it was told. */
export interface Extent {
  readonly conversationId: Linkedid;
  readonly linkedids: readonly Linkedid[];
  readonly celCount: number;
  readonly firstCelId: number;
  readonly lastCelId: number;
  readonly lastEventAt: Instant;
}

/** What became of one conversation. */
export type Outcome =
  | { readonly state: 'told'; readonly extent: Extent; readonly callLog: CallLog }
  /** Not over yet; silence will end it when nothing else does. */
  | { readonly state: 'open'; readonly extent: Extent }
  | {
      readonly state: 'refused';
      readonly extent: Extent;
      readonly reason: string;
      /** The directory did not answer: every run tries again. */
      readonly waiting: boolean;
    };

/** What the book holds about a conversation. */
export interface KnownConversation {
  readonly conversationId: Linkedid;
  readonly linkedids: readonly Linkedid[];
  /** A purged one stays known for good, so that it is never told again. */
  readonly state: 'told' | 'open' | 'refused' | 'forgotten' | 'purged';
  readonly celCount: number;
  /** Identity of its call log, kept even while that is deleted; null when it never had one. */
  readonly callLogId: number | null;
  /** Version of the call log as last written. */
  readonly version: number;
  /** Digest of the call log's content as it stands; null when none stands. */
  readonly digest: string | null;
}
