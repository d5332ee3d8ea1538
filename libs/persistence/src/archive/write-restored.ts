import type { Restoration } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { WAKE } from '../announce/announcement-signal.js';
import { CHANGES } from '../book/change-columns.js';
import { CONVERSATIONS, LINKEDIDS } from '../book/conversation-rows.js';
import { keepDeleted } from '../book/keep-deleted.js';
import type { RecordingRecord } from '../call-log-columns.js';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from '../call-log-columns.js';
import { callLogDigest } from '../call-log-digest.js';
import { callLogRow, recordingRecords, recordingRow } from '../call-log-mapping.js';
import { copyIn } from '../copy/copy-in.js';

/** Writes restored calls with their conversations, in the transaction that the client is in. */
export async function writeRestored(client: ClientBase, source: string, restored: readonly Restoration[]): Promise<void> {
  if (restored.length === 0) return;
  const place = ({ call }: Restoration) => ({ source, defaultTenantUuid: call.callLog.tenantUuid });
  const before = await removeBefore(client, source, restored);
  await copyIn(
    client,
    CONVERSATIONS,
    restored.map(({ call }) => conversationRow(call)),
  );
  await copyIn(
    client,
    LINKEDIDS,
    restored.flatMap(({ call: { callLog } }) =>
      [...new Set(callLog.linkedids)].map((linkedid) => [source, linkedid, callLog.conversationId]),
    ),
  );
  await copyIn(
    client,
    { table: 'call_log', columns: CALL_LOG_COLUMNS },
    restored.map((one) => callLogRow(one.call.callLog, place(one))),
  );
  const recordings = restored.flatMap((one) => withDeletedMedia(recordingRecords(one.call.callLog, place(one)), one));
  await copyIn(client, { table: 'recording', columns: RECORDING_COLUMNS }, keepDeleted(recordings, before).map(recordingRow));
  await copyIn(
    client,
    CHANGES,
    restored.map(({ kind, call: { callLog } }) => [
      kind,
      callLog.id,
      callLog.tenantUuid,
      source,
      callLog.conversationId,
      callLog.version,
      null,
    ]),
  );
  await client.query(`select ${WAKE}`);
  const highest = restored.reduce((most, { call }) => Math.max(most, call.callLog.id), 0);
  await client.query("select setval('call_log_id_seq', $1) from call_log_id_seq where last_value < $1", [highest]);
}

/** Removes what is known of these conversations; gives recordings whose files are still to be removed: they stay marked. */
async function removeBefore(client: ClientBase, source: string, restored: readonly Restoration[]): Promise<readonly RecordingRecord[]> {
  const ids = restored.map(({ call }) => call.callLog.id);
  const starts = restored.map(({ call }) => call.callLog.startedAt).sort((one, other) => one - other);
  const conversations = restored.map(({ call }) => call.callLog.conversationId);
  await client.query('delete from conversation_linkedid where source = $1 and conversation_id = any($2::text[])', [source, conversations]);
  await client.query('delete from conversation where source = $1 and conversation_id = any($2::text[])', [source, conversations]);
  if (restored.some(({ kind }) => kind === 'updated')) await client.query('delete from call_log where id = any($1::bigint[])', [ids]);
  const { rows } = await client.query<RecordingRecord>(
    'delete from recording where call_log_id = any($1::bigint[]) and started_at between $2 and $3 returning *',
    [ids, formatInstant(starts[0] as (typeof starts)[number]), formatInstant(starts.at(-1) as (typeof starts)[number])],
  );
  return rows.filter(({ deleted_at }) => deleted_at !== null);
}

function conversationRow({ callLog, conversation }: Restoration['call']) {
  const digest = conversation.digest === null ? callLogDigest(callLog) : Buffer.from(conversation.digest, 'hex');
  return [
    conversation.source,
    callLog.conversationId,
    'told',
    null,
    callLog.linkedids,
    conversation.celCount,
    conversation.firstCelId,
    conversation.lastCelId,
    conversation.lastEventAt,
    conversation.teller,
    callLog.id,
    callLog.tenantUuid,
    callLog.startedAt,
    callLog.version,
    digest,
  ] as const;
}

function withDeletedMedia(recordings: readonly RecordingRecord[], { call: { deletedMedia } }: Restoration): readonly RecordingRecord[] {
  const deleted = new Map(deletedMedia.map(({ uuid, deletedAt }) => [uuid, deletedAt]));
  return recordings.map((recording) => ({ ...recording, deleted_at: deleted.get(recording.uuid) ?? null }));
}
