import type { Batch, CallLogWrite, ConversationWrite, Decision } from '@callstitch/application';
import { decideWrites } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { WAKE } from '../announce/announcement-signal.js';
import type { RecordingRecord } from '../call-log-columns.js';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from '../call-log-columns.js';
import { callLogDigest } from '../call-log-digest.js';
import type { StoredCallLog } from '../call-log-mapping.js';
import { callLogRow, recordingRecords, recordingRow } from '../call-log-mapping.js';
import type { CopyInRow } from '../copy/copy-in.js';
import { copyIn } from '../copy/copy-in.js';
import { ensurePartitions } from '../partitions.js';
import { uuidOf } from '../uuid-of.js';
import { CHANGES } from './change-columns.js';
import type { StoredClaim } from './claims.js';
import type { ConversationPlace } from './conversation-rows.js';
import { writeConversations } from './conversation-rows.js';
import { multirangeText } from './id-ranges.js';
import { keepDeleted } from './keep-deleted.js';
import type { StoredConversation } from './known-conversations.js';
import { knownConversations } from './known-conversations.js';

/** A call log that is to be written, with the identity that it has or gets. */
interface Placed {
  readonly write: CallLogWrite;
  readonly callLog: StoredCallLog;
}

/** Digests as text, for the decision. */
export const contentDigest = (callLog: Parameters<typeof callLogDigest>[0]): string => callLogDigest(callLog).toString('hex');

async function place(client: ClientBase, decision: Decision): Promise<ReadonlyMap<ConversationWrite, Placed>> {
  const writing = decision.conversations.filter(({ write }) => write !== null);
  const count = writing.filter(({ write }) => write?.callLogId === null).length;
  if (writing.length === 0) return new Map();
  const { rows } = await client.query<{ id: number }>("select nextval('call_log_id_seq') as id from generate_series(1, $1)", [count]);
  const ids = rows.values();
  return new Map(
    writing.map((conversation) => {
      const write = conversation.write as CallLogWrite;
      const id = write.callLogId ?? (ids.next().value as { id: number }).id;
      return [conversation, { write, callLog: { ...write.callLog, id, version: write.version } }];
    }),
  );
}

/**
 * Removes call logs as they stand: of those that are written anew, and of those that another conversation swallowed.
 * Gives the recordings whose media was deleted or is about to be: what is written anew must not bring it back.
 */
async function removeCallLogs(client: ClientBase, conversations: readonly StoredConversation[]): Promise<readonly RecordingRecord[]> {
  const standing = conversations.filter(({ callLogId, startedAt }) => callLogId !== null && startedAt !== null);
  if (standing.length === 0) return [];
  const values = [
    standing.map(({ tenantUuid }) => tenantUuid),
    standing.map(({ startedAt }) => formatInstant(startedAt as Instant)),
    standing.map(({ callLogId }) => callLogId),
  ];
  const gone = 'unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) as gone (tenant_uuid, started_at, id)';
  const same = 'kept.tenant_uuid = gone.tenant_uuid and kept.started_at = gone.started_at';
  const recordings = await client.query<RecordingRecord>(
    `delete from recording as kept using ${gone} where ${same} and kept.call_log_id = gone.id returning kept.*`,
    values,
  );
  await client.query(`delete from call_log as kept using ${gone} where ${same} and kept.id = gone.id`, values);
  return recordings.rows.filter(({ deleted_at }) => deleted_at !== null);
}

function changesOf(
  source: string,
  conversation: ConversationWrite,
  placed: Placed | undefined,
  where: ConversationPlace,
): readonly CopyInRow[] {
  const { outcome, kept, merged } = conversation;
  const changes: CopyInRow[] = [];
  const { conversationId } = outcome.extent;
  if (placed !== undefined) {
    changes.push([placed.write.kind, placed.callLog.id, where.tenantUuid, source, conversationId, placed.write.version, null]);
  }
  const identity = placed?.callLog.id ?? kept.callLogId;
  for (const other of merged as readonly StoredConversation[]) {
    if (other.callLogId === null || other.callLogId === identity || other.digest === null) continue;
    changes.push(['deleted', other.callLogId, other.tenantUuid, source, other.conversationId, other.version, identity]);
  }
  return changes;
}

export interface WriteBatchOptions {
  readonly pool: Pool;
  readonly defaultTenantUuid: string;
}

/** One batch in the transaction that the client is in; throws what PostgreSQL refuses. */
export async function writeBatch(
  client: ClientBase,
  batch: Batch,
  claim: StoredClaim | null,
  { pool, defaultTenantUuid }: WriteBatchOptions,
): Promise<Decision> {
  const { source, outcomes } = batch;
  const linkedids = outcomes.flatMap(({ extent }) => extent.linkedids);
  const starts = outcomes.flatMap((outcome): readonly Instant[] => (outcome.state === 'told' ? [outcome.callLog.startedAt] : []));
  const [known] = await Promise.all([
    knownConversations(client, source, linkedids, { lock: true }),
    ensurePartitions(pool, new Set(starts)),
  ]);
  const decision = decideWrites(outcomes, known, contentDigest);
  const placed = await place(client, decision);
  const callLogs = [...placed.values()].map(({ callLog }) => callLog);

  const stored = new Map(known.map((conversation) => [conversation.conversationId as string, conversation]));
  const keeping = new Map(known.map((conversation) => [conversation.callLogId, conversation]));
  const placeOf = (conversation: ConversationWrite): ConversationPlace => {
    const written = placed.get(conversation);
    const { callLogId, version, digest } = conversation.kept;
    const before = callLogId === null ? undefined : keeping.get(callLogId);
    if (written === undefined)
      return { callLogId, version, digest, tenantUuid: before?.tenantUuid ?? null, startedAt: before?.startedAt ?? null };
    const { callLog, write } = written;
    const tenantUuid = uuidOf(callLog.tenantUuid ?? defaultTenantUuid);
    return { callLogId: callLog.id, version: write.version, digest: write.digest, tenantUuid, startedAt: callLog.startedAt };
  };
  const rows = decision.conversations.map((conversation) => ({ conversation, where: placeOf(conversation) }));
  // Conversations first: who meets another generator here waits and then fails before the heavy work.
  await writeConversations(
    client,
    batch,
    rows,
    known.map(({ conversationId }) => conversationId),
  );
  const anew = decision.conversations.flatMap((conversation) => {
    const { outcome, merged } = conversation;
    const own = placed.has(conversation) ? stored.get(outcome.extent.conversationId) : undefined;
    return [...(own === undefined ? [] : [own]), ...(merged as readonly StoredConversation[])];
  });
  const deletedMedia = await removeCallLogs(client, anew);
  const where = { source, defaultTenantUuid };
  const told = callLogs.flatMap((call) => recordingRecords(call, where));
  const recordings = keepDeleted(told, deletedMedia);
  if (callLogs.length > 0) {
    const further = countBy(recordings.slice(told.length), ({ call_log_id }) => call_log_id);
    const placeOfRows = { ...where, furtherRecordings: (id: number) => further.get(id) ?? 0 };
    await copyIn(
      client,
      { table: 'call_log', columns: CALL_LOG_COLUMNS },
      map(callLogs, (call) => callLogRow(call, placeOfRows)),
    );
  }
  if (recordings.length > 0) await copyIn(client, { table: 'recording', columns: RECORDING_COLUMNS }, recordings.map(recordingRow));
  const changes = rows.flatMap(({ conversation, where: own }) => changesOf(source, conversation, placed.get(conversation), own));
  if (changes.length > 0) {
    await copyIn(client, CHANGES, changes);
    await client.query(`select ${WAKE}`);
  }
  if (claim !== null) await client.query('delete from cel_claim where id = $1', [claim.id]);
  // Last, because the row of a source's progress is what everybody waits for.
  await client.query(
    'insert into cel_progress (source, read) values ($1, $2::int8multirange) on conflict (source) do update set read = cel_progress.read + excluded.read',
    [source, multirangeText(batch.read)],
  );
  return decision;
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function* map<Item>(items: Iterable<Item>, row: (item: Item) => CopyInRow): Generator<CopyInRow> {
  for (const item of items) yield row(item);
}
