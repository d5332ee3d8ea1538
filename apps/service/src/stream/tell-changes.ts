import type { StreamedChange } from '@callstitch/application';
import { isBehind } from '@callstitch/application';
import type { FollowedChanges } from '@callstitch/runtime';
import type { EventStream } from './event-stream.js';

/** Who listens, and to what. */
export interface StreamScope {
  readonly tenants: readonly [string, ...string[]];
  /** Only calls in which this user took part, and without tags; null for all. */
  readonly userUuid: string | null;
  /** The last line that the client has; null to begin now. */
  readonly after: string | null;
}

/** While a client reads what it missed, so many changes may wait for it. */
const MOST_WAITING = 10_000;

/** Tells a client what it missed, then what happens; gives how to end it. Nothing is left out in between, and nothing told twice. */
export async function tellChanges(
  stream: EventStream,
  { tenants, userUuid, after }: StreamScope,
  followed: FollowedChanges,
): Promise<() => void> {
  let last = after;
  const tell = (changes: readonly StreamedChange[]): void => {
    for (const one of changes) {
      const { seq, tenantUuid } = one.change;
      if (last !== null && !isBehind(seq, last)) continue;
      last = seq;
      if (tenants.includes(tenantUuid)) tellOne(stream, one, userUuid);
    }
  };
  if (last === null) return followed.listen(tell);
  const catchUp = async (): Promise<void> => {
    for (let more = true; more && !stream.destroyed;) {
      const missed = await followed.missed(last ?? '', tenants);
      tell(missed.changes);
      last = missed.last;
      more = missed.more;
      await stream.drained();
    }
  };
  await catchUp();
  let waiting: StreamedChange[] | null = [];
  const stop = await followed.listen((changes) => {
    if (waiting === null) tell(changes);
    else if (waiting.push(...changes) > MOST_WAITING) stream.destroy();
  });
  try {
    // What came between the last page and the listening.
    await catchUp();
  } catch (error) {
    stop();
    throw error;
  }
  tell(waiting);
  waiting = null;
  return stop;
}

/** A user is told only of calls that are known to be the user's, so not of those that are gone. */
function tellOne(stream: EventStream, { change, item, userUuids }: StreamedChange, userUuid: string | null): void {
  if (userUuid !== null && !userUuids.includes(userUuid)) return;
  const { seq, kind, callLogId, tenantUuid, conversationId, version, mergedInto } = change;
  const gone = { id: callLogId, tenant_uuid: tenantUuid, conversation_id: conversationId, version, merged_into: mergedInto };
  const { tags, ...withoutTags } = item ?? { tags: [] };
  const data = item === null ? gone : userUuid === null ? { ...withoutTags, tags } : withoutTags;
  stream.tell({ id: seq, event: `call_log_${kind}`, data });
}
