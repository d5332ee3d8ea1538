import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { RowPlace } from './cdr-statements.js';
import type { ListedRecord } from './listed-columns.js';
import { LISTED_COLUMNS } from './listed-columns.js';

const ROWS = `select ${LISTED_COLUMNS}
  from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) with ordinality as place (tenant_uuid, started_at, id, position)
  join call_log using (tenant_uuid, started_at, id)
 where call_log.started_at between $4::timestamptz and $5::timestamptz
 order by position`;

/** What is shown of the call logs in some places, in their order; what was deleted meanwhile is left out. */
export async function rowsIn(pool: Pool, places: readonly RowPlace[]): Promise<readonly ListedRecord[]> {
  if (places.length === 0) return [];
  const starts = places.map(({ started_at }) => started_at);
  const inOrder = starts.toSorted((one, other) => one - other);
  // With the first and last start PostgreSQL leaves out all other months.
  const { rows } = await pool.query<ListedRecord>(ROWS, [
    places.map(({ tenant_uuid }) => tenant_uuid),
    starts.map(formatInstant),
    places.map(({ id }) => id),
    ...[inOrder[0], inOrder.at(-1)].map((at) => formatInstant(at!)),
  ]);
  return rows;
}
