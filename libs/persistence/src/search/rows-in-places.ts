import type { CallLog } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import { withRecordings } from '../call-logs/read-call-log.js';
import type { RowPlace } from './cdr-statements.js';

const ROWS = `select call.*
  from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) with ordinality as place (tenant_uuid, started_at, id, position)
  join call_log as call using (tenant_uuid, started_at, id)
 where call.started_at between $4::timestamptz and $5::timestamptz
 order by position`;

/** The call logs of rows, in their order; what was deleted meanwhile is left out. */
export async function callLogsIn(pool: Pool, places: readonly RowPlace[]): Promise<readonly CallLog[]> {
  if (places.length === 0) return [];
  const starts = places.map(({ started_at }) => started_at);
  const inOrder = starts.toSorted((one, other) => one - other);
  // With the first and last start PostgreSQL leaves out all other months.
  const { rows } = await pool.query<CallLogRecord>(ROWS, [
    places.map(({ tenant_uuid }) => tenant_uuid),
    starts.map(formatInstant),
    places.map(({ id }) => id),
    ...[inOrder[0], inOrder.at(-1)].map((at) => formatInstant(at!)),
  ]);
  return withRecordings(pool, rows);
}
