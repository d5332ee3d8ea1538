import type { ExportItem, NewExport, RecordingExport } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { noteExports } from '../announce/outbox-sql.js';
import { WAKE } from '../announce/announcement-signal.js';
import { EXPORT_COLUMNS } from './export-columns.js';

/** Writes an export and its recordings; null when there are none. It is for the transaction around it to undo it all. */
export async function createExport(
  client: ClientBase,
  request: NewExport,
  recordings: AsyncIterable<readonly ExportItem[]>,
): Promise<RecordingExport | null> {
  const { uuid, tenantUuid, userUuid, tokenId, requestedAt, email } = request;
  await client.query(
    `insert into recording_export (uuid, tenant_uuid, user_uuid, token_id, requested_at, email, status, recordings)
     values ($1, $2, $3, $4, $5, $6, 'pending', 0)`,
    [uuid, tenantUuid, userUuid, tokenId, formatInstant(requestedAt), email],
  );
  let count = 0;
  for await (const items of recordings) count += await addItems(client, uuid, items);
  if (count === 0) {
    await client.query('delete from recording_export where uuid = $1', [uuid]);
    return null;
  }
  const { rows } = await client.query<RecordingExport>(
    `update recording_export set recordings = $2 where uuid = $1 returning ${EXPORT_COLUMNS}`,
    [uuid, count],
  );
  await client.query(`with noted as (${noteExports('created', 'recording_export where uuid = $1')}) select ${WAKE}`, [uuid]);
  return rows[0] ?? null;
}

async function addItems(client: ClientBase, exportUuid: string, items: readonly ExportItem[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into recording_export_item (export_uuid, call_log_id, recording_uuid, tenant_uuid, recorded_at)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::timestamptz[]) on conflict do nothing`,
    [
      exportUuid,
      items.map(({ callLogId }) => callLogId),
      items.map(({ recordingUuid }) => recordingUuid),
      items.map(({ tenantUuid }) => tenantUuid),
      items.map(({ startedAt }) => formatInstant(startedAt)),
    ],
  );
  return rowCount ?? 0;
}
