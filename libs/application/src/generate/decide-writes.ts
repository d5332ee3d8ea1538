import type { CallLog, Linkedid } from '@callstitch/domain';
import type { KnownConversation, Outcome } from './outcome.js';

/** A call log to write. */
export interface CallLogWrite {
  readonly kind: 'created' | 'updated';
  /** Identity to keep, or null when a new one is due. */
  readonly callLogId: number | null;
  readonly version: number;
  readonly digest: string;
  readonly callLog: CallLog;
}

/** What one outcome changes in the book. */
export interface ConversationWrite {
  readonly outcome: Outcome;
  /** The call log to write, or null when it stands as it is. */
  readonly write: CallLogWrite | null;
  /** Identity, version and digest that the conversation keeps when nothing is written. */
  readonly kept: Pick<KnownConversation, 'callLogId' | 'version' | 'digest'>;
  /** Conversations that turned out to be part of this one: their call logs are deleted, their entries removed. */
  readonly merged: readonly KnownConversation[];
}

/** Everything that a batch writes; outcomes that say nothing new are left out. */
export interface Decision {
  readonly conversations: readonly ConversationWrite[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

const NOTHING_KEPT = { callLogId: null, version: 0, digest: null } as const;

function saysNothingNew(outcome: Outcome, own: KnownConversation, merged: readonly KnownConversation[]): boolean {
  return merged.length === 0 && own.state === outcome.state && own.celCount === outcome.extent.celCount && outcome.state === 'open';
}

function decide(outcome: Outcome, kin: readonly KnownConversation[], digestOf: (callLog: CallLog) => string): ConversationWrite | null {
  const { extent } = outcome;
  const own = kin.find(({ conversationId }) => conversationId === extent.conversationId);
  // What was purged never comes back, whatever straggler joins it or whoever generates it again.
  if (kin.some(({ state }) => state === 'purged')) return null;
  // Somebody who saw more rows was here: rows purged since, or a generator that read later and wrote first.
  if (kin.some(({ celCount, state }) => celCount > extent.celCount && state !== 'forgotten')) return null;
  const merged = kin.filter((other) => other !== own);
  if (own !== undefined && saysNothingNew(outcome, own, merged)) return null;
  const heir = own?.callLogId == null ? (merged.find(({ callLogId }) => callLogId !== null) ?? own) : own;
  const kept = heir === undefined ? NOTHING_KEPT : { callLogId: heir.callLogId, version: heir.version, digest: heir.digest };
  // Never vanishes: what was told stands while something later is incomplete or cannot be told.
  if (outcome.state !== 'told') return { outcome, write: null, kept, merged };
  const digest = digestOf(outcome.callLog);
  if (kept.digest === digest) return { outcome, write: null, kept, merged };
  const write: CallLogWrite = {
    kind: kept.digest === null ? 'created' : 'updated',
    callLogId: kept.callLogId,
    version: kept.version + 1,
    digest,
    callLog: outcome.callLog,
  };
  return { outcome, write, kept, merged };
}

/**
 * Decides what a batch writes, from what the book holds about the same linkedids at that moment.
 *
 * The same rows told again write nothing; ids stay; a conversation that swallows others keeps its own identity, or
 * inherits one of theirs.
 */
export function decideWrites(
  outcomes: readonly Outcome[],
  known: readonly KnownConversation[],
  digestOf: (callLog: CallLog) => string,
): Decision {
  const byLinkedid = new Map<Linkedid, KnownConversation[]>();
  for (const conversation of known) {
    for (const linkedid of conversation.linkedids) {
      const sharing = byLinkedid.get(linkedid);
      if (sharing === undefined) byLinkedid.set(linkedid, [conversation]);
      else sharing.push(conversation);
    }
  }
  const conversations: ConversationWrite[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const outcome of outcomes) {
    const kin = new Set(outcome.extent.linkedids.flatMap((linkedid) => byLinkedid.get(linkedid) ?? []));
    const decided = decide(outcome, [...kin], digestOf);
    if (decided === null || (decided.write === null && outcome.state === 'told')) counts.unchanged++;
    if (decided === null) continue;
    if (decided.write !== null) counts[decided.write.kind]++;
    conversations.push(decided);
  }
  return { conversations, ...counts };
}
