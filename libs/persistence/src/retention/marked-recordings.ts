import type { MarkedRecording } from '@callstitch/application';
import type { CallFilter, Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { callFilterSql } from '../call-filter-sql.js';

const ITS_CALL = `call_log.tenant_uuid = own.tenant_uuid and call_log.started_at = own.started_at and call_log.id = own.call_log_id`;

/** Marks the files of some recordings whose calls a filter picks; says how many. */
export async function markRecordings(client: ClientBase, filter: CallFilter, limit: number): Promise<number> {
  const values: unknown[] = [limit];
  const condition = callFilterSql(filter, (value) => `$${values.push(value)}`);
  const { rowCount } = await client.query(
    `with picked as (
       select tenant_uuid, started_at, uuid from recording as own where path is not null and deleted_at is null
          and exists (select from call_log where ${ITS_CALL} and (${condition})) limit $1 for update
     )
     update recording as own set deleted_at = now() from picked
      where own.tenant_uuid = picked.tenant_uuid and own.started_at = picked.started_at and own.uuid = picked.uuid`,
    values,
  );
  return rowCount ?? 0;
}

/** Takes back the marks of calls that stand and are held. */
export async function unmarkHeld(client: ClientBase, held: CallFilter): Promise<void> {
  const values: unknown[] = [];
  const condition = callFilterSql(held, (value) => `$${values.push(value)}`);
  await client.query(
    `update recording as own set deleted_at = null where deleted_at is not null and path is not null
        and exists (select from call_log where ${ITS_CALL} and (${condition}))`,
    values,
  );
}

interface MarkedRow {
  readonly tenant_uuid: string;
  readonly started_at: Instant;
  readonly uuid: string;
  readonly path: string;
}

/** Batches are committed without waiting for the disk; no file goes before what they wrote is safe there. */
const WAIT_FOR_DISK = `select pg_logical_emit_message(true, 'callstitch', 'purged')`;

/** Marked recordings in the order of their uuids. */
export async function marked(client: ClientBase, after: MarkedRecording | null, limit: number): Promise<readonly MarkedRecording[]> {
  if (after === null) await client.query(WAIT_FOR_DISK);
  const { rows } = await client.query<MarkedRow>(
    `select tenant_uuid, started_at, uuid, path from recording where deleted_at is not null and path is not null
        and ($1::uuid is null or (uuid, started_at) > ($1::uuid, $2::timestamptz)) order by uuid, started_at limit $3`,
    [after?.uuid ?? null, after === null ? null : formatInstant(after.startedAt), limit],
  );
  return rows.map((row) => ({ tenantUuid: row.tenant_uuid, startedAt: row.started_at, uuid: row.uuid, path: row.path }));
}

/** Their files are gone: rows of calls that stand lose their path, the others go. */
export async function settle(client: ClientBase, recordings: readonly MarkedRecording[]): Promise<void> {
  if (recordings.length === 0) return;
  const gone = `unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as gone (tenant_uuid, started_at, uuid)`;
  const same = 'own.tenant_uuid = gone.tenant_uuid and own.started_at = gone.started_at and own.uuid = gone.uuid';
  const stands = `exists (select from call_log where ${ITS_CALL})`;
  const values = [
    recordings.map(({ tenantUuid }) => tenantUuid),
    recordings.map(({ startedAt }) => formatInstant(startedAt)),
    recordings.map(({ uuid }) => uuid),
  ];
  await client.query('begin');
  try {
    await client.query(`delete from recording as own using ${gone} where ${same} and not ${stands}`, values);
    await client.query(`update recording as own set path = null from ${gone} where ${same}`, values);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
