import type {
  ExportBook,
  ExportItem,
  ExportLimits,
  ExportSession,
  NewExport,
  RecordingAsker,
  RecordingExport,
} from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { inTransaction } from '../recordings/in-transaction.js';
import { uuidOf } from '../uuid-of.js';
import { createExport } from './create-export.js';
import { EXPORT_COLUMNS } from './export-columns.js';
import { exportSession } from './export-session.js';
import { noteExported } from './note-exported.js';

/** Exports in PostgreSQL. A lock of the session says who works on one; the end of its connection frees it. */
export class PostgresExportBook implements ExportBook {
  constructor(private readonly pool: Pool) {}

  create(request: NewExport, recordings: AsyncIterable<readonly ExportItem[]>): Promise<RecordingExport | null> {
    return inTransaction(this.pool, (client) => createExport(client, request, recordings));
  }

  async get(uuid: string): Promise<RecordingExport | null> {
    const { rows } = await this.pool.query<RecordingExport>(`select ${EXPORT_COLUMNS} from recording_export where uuid = $1`, [uuid]);
    return rows[0] ?? null;
  }

  async unfinished(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ uuid: string }>(
      "select uuid from recording_export where status in ('pending', 'processing') order by requested_at, uuid",
    );
    return rows.map(({ uuid }) => uuid);
  }

  async alone<Result>(uuid: string, work: (session: ExportSession) => Promise<Result>): Promise<Result | null> {
    const client = await this.pool.connect();
    try {
      const { rows: locks } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as locked', [
        ADVISORY_LOCKS.exports,
        uuid,
      ]);
      if (locks[0]?.locked !== true) return null;
      const { rows } = await client.query<RecordingExport & { tokenId: number | null }>(
        `select ${EXPORT_COLUMNS}, token_id as "tokenId" from recording_export where uuid = $1`,
        [uuid],
      );
      const [row] = rows;
      if (row === undefined) return null;
      const { tokenId, ...asked } = row;
      return await work(exportSession(client, asked, tokenId));
    } finally {
      // The lock ends with the connection.
      client.release(true);
    }
  }

  noteDownload(uuid: string, asker: RecordingAsker, at: Instant): Promise<void> {
    return noteExported(this.pool, uuid, { action: 'download', asker, at });
  }

  async countExpired(limits: ExportLimits): Promise<ReadonlyMap<string, number>> {
    const { sql, values } = expiredSql(limits);
    const { rows } = await this.pool.query<{ tenant_uuid: string; count: number }>(
      `select tenant_uuid, count(*)::int as count from recording_export where ${sql} group by tenant_uuid`,
      [...values],
    );
    return new Map(rows.map(({ tenant_uuid, count }) => [tenant_uuid, count]));
  }

  async expired(
    limits: ExportLimits,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly uuid: string; readonly tenantUuid: string }[]> {
    const { sql, values } = expiredSql(limits);
    const { rows } = await this.pool.query<{ uuid: string; tenantUuid: string }>(
      `select uuid, tenant_uuid as "tenantUuid" from recording_export where ${sql} and ($4::uuid is null or uuid > $4) order by uuid limit $5`,
      [...values, after, limit],
    );
    return rows;
  }
}

/** The limit of a tenant that has one of its own, which may be never, or else that of all. */
function expiredSql({ before, beforeOfTenants }: ExportLimits): { readonly sql: string; readonly values: readonly unknown[] } {
  const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
  const tenants = Object.keys(beforeOfTenants);
  return {
    sql: `requested_at < case when tenant_uuid = any($2::uuid[]) then ($3::timestamptz[])[array_position($2::uuid[], tenant_uuid)]
                          else $1::timestamptz end`,
    values: [text(before), tenants.map(uuidOf), Object.values(beforeOfTenants).map(text)],
  };
}
