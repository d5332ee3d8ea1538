import { instant } from '@callstitch/domain';
import { ensurePartitions } from '@callstitch/persistence';
import type { Pool } from 'pg';

export interface Filling {
  readonly calls: number;
  readonly months: number;
  readonly firstYear: number;
  /** Call logs belong to them in turn. */
  readonly tenants: readonly string[];
}

/** Fills an empty database with call logs of the usual width and their conversations, spread evenly over the months. */
export async function fillWithCalls(pool: Pool, { calls, months, firstYear, tenants }: Filling): Promise<void> {
  const starts = Array.from({ length: months }, (_none, month) => instant(Date.UTC(firstYear, month, 1) * 1_000));
  await ensurePartitions(pool, starts);
  const first = new Date(Date.UTC(firstYear, 0, 1)).toISOString();
  const seconds = (Date.UTC(firstYear, months, 1) - Date.UTC(firstYear, 0, 1)) / 1000;
  await pool.query(
    `insert into call_log (
       tenant_uuid, started_at, id, version, conversation_source, conversation_id, linkedids, ended_at,
       direction, status, closed_by, ring_seconds, talk_seconds, source_name, source_number, requested_number,
       destination_kind, destination_name, destination_number, hangup_cause, source, requested, destination,
       participants, hangup, transfers, journey, tags, participant_user_uuids, search)
     select ($3::uuid[])[1 + n % $4], $1::timestamptz + n * $5::float8 * interval '1 s', n, 1, 'default', n::text, array[n::text],
            $1::timestamptz + (n * $5::float8 + 60) * interval '1 s', 'internal', 'answered', 'end', 5, n % 300,
            'User ' || n % 200, (1000 + n % 200)::text, '2000', 'user', '', '+331' || 100000 + n % 100000, 16,
            filling, filling, filling, filling, filling, '[]', filling, array['sales'],
            array[('7a7a0001-0000-4000-8000-000000000' || 100 + n % 200)::uuid],
            lower(concat('User ', n % 200, E'\\n', 1000 + n % 200, E'\\n2000\\n'))
       from (select n, jsonb_build_array(repeat('as wide as a call log is ', 8)) as filling from generate_series(1, $2::int - 1) as n) as call`,
    [first, calls, tenants, tenants.length, seconds / calls],
  );
  await pool.query(
    `insert into conversation (source, conversation_id, state, linkedids, cel_count, first_cel_id, last_cel_id, last_event_at, teller,
       call_log_id, tenant_uuid, started_at, version, digest)
     select 'default', conversation_id, 'told', linkedids, 12, id * 12, id * 12 + 11, ended_at, 'bench', id, tenant_uuid, started_at, 1, '\\x00'
       from call_log`,
  );
  await pool.query('vacuum analyze call_log');
  await pool.query('vacuum analyze conversation');
  await pool.query('checkpoint');
}
