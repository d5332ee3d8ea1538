import type { KnownConversation } from '../generate/outcome.js';
import type { ArchivedCall } from './archived-call.js';
import type { Conflict } from './call-log-restorer.js';

/** What stands in the way of some archived calls, all of one source. */
export interface Standing {
  /** Conversations that share a linkedid with one of them. */
  readonly conversations: readonly KnownConversation[];
  /** Whose the ids are that are taken: by call logs that stand, or by conversations that keep them. */
  readonly owners: ReadonlyMap<number, string>;
}

/** An archived call that comes back. */
export interface Restoration {
  readonly call: ArchivedCall;
  /** `updated` when an older version of it stands. */
  readonly kind: 'created' | 'updated';
}

/** Which archived calls come back, and which do not. */
export interface RestoreDecision {
  readonly restored: readonly Restoration[];
  readonly known: number;
  readonly conflicts: readonly Conflict[];
}

/**
 * Decides which calls of an archive come back. The same call twice is one, in its highest version; a call log that stands
 * is replaced by no other than a later version of it, and no id is given to another conversation than it had.
 */
export function decideRestore(calls: readonly ArchivedCall[], { conversations, owners }: Standing): RestoreDecision {
  const byLinkedid = new Map(conversations.flatMap((one) => one.linkedids.map((linkedid) => [linkedid as string, one] as const)));
  const restored = new Map<number, Restoration>();
  const conflicts: Conflict[] = [];
  const taken = new Map(owners);
  for (const call of calls) {
    const { id, conversationId, version } = call.callLog;
    const kin = kinOf(call, byLinkedid);
    const reason = objection(call, taken.get(id), kin);
    if (reason !== null) {
      conflicts.push({ callLogId: id, conversationId, reason });
      continue;
    }
    taken.set(id, conversationId);
    const stands = kin.find(({ digest }) => digest !== null);
    const least = restored.get(id)?.call.callLog.version ?? stands?.version ?? -1;
    if (version > least) restored.set(id, { call, kind: stands === undefined ? 'created' : 'updated' });
  }
  return { restored: [...restored.values()], known: calls.length - conflicts.length - restored.size, conflicts };
}

function kinOf({ callLog: { linkedids } }: ArchivedCall, byLinkedid: ReadonlyMap<string, KnownConversation>): readonly KnownConversation[] {
  return [...new Set(linkedids.flatMap((linkedid) => byLinkedid.get(linkedid) ?? []))];
}

/** Why a call must not come back, or null when nothing is against it. */
function objection({ callLog }: ArchivedCall, owner: string | undefined, kin: readonly KnownConversation[]): string | null {
  const { id, conversationId } = callLog;
  if (owner !== undefined && owner !== conversationId) return `call log ${id} is of conversation ${owner}`;
  const other = kin.find((one) => one.conversationId !== conversationId);
  if (other !== undefined) return `its linkedids are of conversation ${other.conversationId}`;
  const own = kin[0];
  if (own === undefined) return null;
  if (own.callLogId !== null && own.callLogId !== id) return `its conversation has the call log ${own.callLogId}`;
  if (own.state === 'open' && own.digest === null) return 'its conversation is open again';
  return null;
}
