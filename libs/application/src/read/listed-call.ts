import type { CallDestination, CallLog, CallRequested, CallSource, Direction, Instant, Recording } from '@callstitch/domain';
import type { CdrStatus } from './cdr-status.js';
import { cdrFacts } from './cdr-facts.js';

/** What Wazo's API shows of a call log, by our names: neither participants nor journey, which are most of it. */
export interface ListedCall {
  readonly id: number;
  readonly tenantUuid: string;
  readonly conversationId: string;
  readonly direction: Direction;
  readonly status: CdrStatus;
  readonly startedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant;
  /** Whole seconds from the answer to the end; null when nobody answered. */
  readonly durationSeconds: number | null;
  readonly source: CallSource;
  readonly sourceInternalName: string | null;
  readonly sourceUserUuid: string | null;
  readonly sourceLineId: number | null;
  readonly requested: CallRequested;
  readonly requestedUserUuid: string | null;
  readonly destination: CallDestination;
  readonly destinationUserUuid: string | null;
  readonly destinationLineId: number | null;
  /** Everybody whose line the call rang or used, missed calls included. */
  readonly userUuids: readonly string[];
  /** Each word once, sorted. */
  readonly tags: readonly string[];
  /** In the order of their starts. */
  readonly recordings: readonly Recording[];
}

/** Everybody whose line a call rang or used, each once. */
export function userUuidsOf({ source, destination, answeredBy, participants }: CallLog): readonly string[] {
  const uuids = [source, destination, answeredBy, ...participants].map((one) => one?.userUuid ?? null);
  return [...new Set(uuids.filter((uuid) => uuid !== null))];
}

/** A call log that has its place and its tenant. */
export type OwnedCallLog = CallLog & { readonly id: number; readonly tenantUuid: string };

/** What is shown of a stored call log. */
export function listedCall(call: OwnedCallLog): ListedCall {
  const { status, durationSeconds, sourceUserUuids, sourceLineId, requestedUserUuid, destinationUserUuid, destinationLineId } =
    cdrFacts(call);
  const { id, tenantUuid, conversationId, direction, startedAt, answeredAt, endedAt, source, sourceInternalName, requested, destination } =
    call;
  return {
    ...{ id, tenantUuid, conversationId, direction, status, startedAt, answeredAt, endedAt, durationSeconds },
    ...{ source, sourceInternalName, sourceUserUuid: sourceUserUuids[0] ?? null, sourceLineId },
    ...{ requested, requestedUserUuid, destination, destinationUserUuid, destinationLineId },
    userUuids: userUuidsOf(call),
    tags: [...new Set(call.tags.map(({ tag }) => tag))].sort(),
    recordings: call.recordings.toSorted((one, other) => one.startedAt - other.startedAt),
  };
}
