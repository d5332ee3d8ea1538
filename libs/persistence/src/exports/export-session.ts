import type { ExportItem, ExportSession, LocatedItem, RecordingExport, SettledItem } from '@callstitch/application';
import type { ClientBase } from 'pg';
import { WAKE } from '../announce/announcement-signal.js';
import { noteExports } from '../announce/outbox-sql.js';
import { EXPORT_COLUMNS } from './export-columns.js';
import { noteExported } from './note-exported.js';

/** Where the file of a recording is now: its call may have been told anew, under another id too. */
const ITS_PATH = `(select path from recording where recording.uuid = item.recording_uuid and recording.tenant_uuid = item.tenant_uuid
   order by recording.call_log_id = item.call_log_id desc limit 1)`;

/** What a worker may do with an export, on the connection that holds the lock: without it, nothing. */
export function exportSession(client: ClientBase, asked: RecordingExport, tokenId: number | null): ExportSession {
  const { uuid } = asked;
  return {
    asked,
    begin: () =>
      together(client, async () => {
        await client.query('update recording_export_item set included = null, reason = null where export_uuid = $1', [uuid]);
        return change(client, uuid, "status = 'processing', included = 0, skipped = 0");
      }),
    items: (after, limit) => itemsOf(client, uuid, after, limit),
    settle: (settled) => together(client, () => settle(client, uuid, settled)),
    finish: ({ path, at }) =>
      together(client, async () => {
        await noteExported(client, uuid, { action: 'export', asker: { userUuid: asked.userUuid, tokenId }, at });
        return change(client, uuid, "status = 'finished', path = $2", path);
      }),
    fail: (error) => change(client, uuid, "status = 'error', error = $2", error),
    async remove() {
      await client.query('delete from recording_export where uuid = $1', [uuid]);
    },
  };
}

async function together<Result>(client: ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function change(client: ClientBase, uuid: string, assignments: string, ...values: readonly string[]): Promise<RecordingExport> {
  const { rows } = await client.query<RecordingExport>(
    `with changed as (
       update recording_export set ${assignments} where uuid = $1 returning *
     ), noted as (
       ${noteExports('updated', 'changed')}
     )
     select ${EXPORT_COLUMNS} from changed, (select ${WAKE}) as woken`,
    [uuid, ...values],
  );
  return rows[0] as RecordingExport;
}

async function itemsOf(client: ClientBase, uuid: string, after: ExportItem | null, limit: number): Promise<readonly LocatedItem[]> {
  const { rows } = await client.query<LocatedItem>(
    `select call_log_id as "callLogId", recording_uuid as "recordingUuid", tenant_uuid as "tenantUuid", recorded_at as "startedAt", ${ITS_PATH} as path
       from recording_export_item as item where export_uuid = $1 and (call_log_id, recording_uuid) > ($2, $3)
      order by call_log_id, recording_uuid limit $4`,
    [uuid, after?.callLogId ?? -1, after?.recordingUuid ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows;
}

async function settle(client: ClientBase, uuid: string, settled: readonly SettledItem[]): Promise<void> {
  await client.query(
    `update recording_export_item as item set included = became.included, reason = became.reason
       from unnest($2::bigint[], $3::uuid[], $4::boolean[], $5::text[]) as became (call_log_id, recording_uuid, included, reason)
      where export_uuid = $1 and item.call_log_id = became.call_log_id and item.recording_uuid = became.recording_uuid`,
    [
      uuid,
      settled.map(({ item }) => item.callLogId),
      settled.map(({ item }) => item.recordingUuid),
      settled.map(({ included }) => included),
      settled.map(({ reason }) => reason),
    ],
  );
  const included = settled.filter((one) => one.included).length;
  await client.query('update recording_export set included = included + $2, skipped = skipped + $3 where uuid = $1', [
    uuid,
    included,
    settled.length - included,
  ]);
}
