import type { NamedRecording, RecordingsPage } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';

interface NamedRow {
  readonly tenant_uuid: string;
  readonly started_at: Instant;
  readonly uuid: string;
  readonly call_log_id: number;
  readonly path: string;
  readonly marked: boolean;
}

/** Recordings that name a file, in the order of their primary key. By the names of files the table is read whole. */
export async function recordingsPage(client: ClientBase, { after, limit, names }: RecordingsPage): Promise<readonly NamedRecording[]> {
  const values: unknown[] = [limit];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const conditions = ['path is not null'];
  if (after !== null) {
    const last = [
      `${value(after.tenantUuid)}::uuid`,
      `${value(formatInstant(after.startedAt))}::timestamptz`,
      `${value(after.uuid)}::uuid`,
    ];
    conditions.push(`(tenant_uuid, started_at, uuid) > (${last.join(', ')})`);
  }
  if (names !== null) conditions.push(`split_part(path, '/', -1) = any(${value(names)}::text[])`);
  const { rows } = await client.query<NamedRow>(
    `select tenant_uuid, started_at, uuid, call_log_id, path, deleted_at is not null as marked from recording
      where ${conditions.join(' and ')} order by tenant_uuid, started_at, uuid limit $1`,
    values,
  );
  return rows.map((row) => ({
    tenantUuid: row.tenant_uuid,
    startedAt: row.started_at,
    uuid: row.uuid,
    callLogId: row.call_log_id,
    path: row.path,
    marked: row.marked,
  }));
}
