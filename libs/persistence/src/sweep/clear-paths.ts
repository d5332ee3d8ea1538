import type { NamedRecording } from '@callstitch/application';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';

/**
 * Takes the paths from recordings whose files are missing, and answers their uuids. They look as if their media had been
 * deleted, so that no generation writes the path anew. One that was marked or changed meanwhile stays as it is.
 */
export async function clearPaths(client: ClientBase, recordings: readonly NamedRecording[]): Promise<ReadonlySet<string>> {
  if (recordings.length === 0) return new Set();
  const { rows } = await client.query<{ uuid: string }>(
    `update recording as own set path = null, deleted_at = now()
       from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[]) as gone (tenant_uuid, started_at, uuid, path)
      where own.tenant_uuid = gone.tenant_uuid and own.started_at = gone.started_at and own.uuid = gone.uuid
        and own.path = gone.path and own.deleted_at is null
      returning own.uuid`,
    [
      recordings.map(({ tenantUuid }) => tenantUuid),
      recordings.map(({ startedAt }) => formatInstant(startedAt)),
      recordings.map(({ uuid }) => uuid),
      recordings.map(({ path }) => path),
    ],
  );
  return new Set(rows.map(({ uuid }) => uuid));
}
