import type { CallFilter, CallLog, Instant, Linkedid } from '@callstitch/domain';
import type { Decision } from './decide-writes.js';
import type { IdSpan } from './id-span.js';
import type { KnownConversation, Outcome } from './outcome.js';

/** A span of unread rows that one generator works on; others pass it by until it is settled or its holder is gone. */
export interface Claim {
  readonly span: IdSpan;
}

/** What a batch found out. */
export interface Batch {
  readonly source: string;
  /** Ids that were read, as seeds or as kin. */
  readonly read: readonly IdSpan[];
  readonly outcomes: readonly Outcome[];
  /** Who told: the dialect with its options. A refused conversation is tried again when it changes. */
  readonly teller: string;
}

/** Call logs of these conversations that the filter picks stay when others are forgotten. */
export interface Spared {
  readonly conversations: readonly Linkedid[];
  readonly held: CallFilter;
}

/** Where told calls are kept, together with what was read of each source. */
export interface CallLogBook {
  /**
   * Claims the part of the unread, unclaimed rows that `choose` picks out of them (given newest first), or null when it
   * picks none. Safe with several generators at once.
   */
  claim(source: string, within: IdSpan, choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>): Promise<Claim | null>;
  /**
   * Hears around when calls begin that are written next, and may make room for them meanwhile. Nothing is promised: a
   * write makes what it needs.
   */
  expect?(starts: readonly Instant[]): void;
  /** Gives a claim back without marking anything read. */
  release(claim: Claim): Promise<void>;
  /** What of some spans is unread, newest first. */
  unread(source: string, spans: readonly IdSpan[]): Promise<readonly IdSpan[]>;
  /** Conversations that share a linkedid with these. */
  known(source: string, linkedids: readonly Linkedid[]): Promise<readonly KnownConversation[]>;
  /**
   * Writes a batch in one transaction: call logs, conversations, the change feed, what was read; settles the claim.
   * Decides by `decideWrites` on what the book holds inside that transaction. Everything or nothing.
   */
  write(batch: Batch, claim: Claim | null): Promise<Decision>;
  /** Decides as `write` would, and writes nothing. */
  preview(batch: Batch): Promise<Decision>;
  /** The call log of an id as it stands, or null. */
  callLog(id: number): Promise<CallLog | null>;
  /** Linkedids of open conversations that have been silent since an instant, and of refused ones that another teller refused. */
  dueAgain(source: string, silentSince: Instant, teller: string): Promise<readonly Linkedid[]>;
  /** The highest id that was read and the digest of its row; null when nothing was read. */
  bookmark(source: string): Promise<{ readonly id: number; readonly digest: string } | null>;
  /** Remembers the row of the highest id read. */
  setBookmark(source: string, bookmark: { readonly id: number; readonly digest: string }): Promise<void>;
  /** Conversations whose call logs stand and started at or after an instant; all of them for null. */
  standing(source: string, since: Instant | null): Promise<readonly Linkedid[]>;
  /**
   * Deletes the call logs that started at or after an instant (all for null) and makes their rows unread, in one
   * transaction. Their conversations stay known, so that the same calls get the same ids again.
   */
  forget(source: string, since: Instant | null, spared?: Spared): Promise<number>;
  /** Forgets what was read of a source: its ids were restarted, and rows under known ids are new ones. */
  forgetRead(source: string): Promise<void>;
}
