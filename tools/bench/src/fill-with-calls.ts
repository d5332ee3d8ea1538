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

/**
 * Fills an empty database with call logs of the usual width and their conversations, spread evenly over the months: 200 users,
 * one call in five missed, one in a hundred to a queue, one in 200 to a voicemail, one in 500 tagged `vip`, one in a thousand
 * blocked and one recorded.
 */
export async function fillWithCalls(pool: Pool, { calls, months, firstYear, tenants }: Filling): Promise<void> {
  const starts = Array.from({ length: months }, (_none, month) => instant(Date.UTC(firstYear, month, 1) * 1_000));
  await ensurePartitions(pool, starts);
  const first = new Date(Date.UTC(firstYear, 0, 1)).toISOString();
  const seconds = (Date.UTC(firstYear, months, 1) - Date.UTC(firstYear, 0, 1)) / 1000;
  await pool.query(
    `insert into call_log (
       tenant_uuid, started_at, id, version, conversation_source, conversation_id, linkedids, answered_at, ended_at,
       direction, status, closed_by, ring_seconds, talk_seconds, source_name, source_number, requested_number,
       destination_kind, destination_name, destination_number, hangup_cause, source, requested, destination,
       participants, hangup, transfers, journey, tags, participant_user_uuids, search,
       wazo_status, duration_seconds, recording_count, source_user_uuids)
     select ($3::uuid[])[1 + n % $4], started_at, n, 1, 'default', n::text, array[n::text],
            case status when 'answered' then started_at + interval '5 s' end, started_at + interval '5 s' + n % 300 * interval '1 s',
            (array['internal', 'inbound', 'inbound', 'outbound'])[1 + n / 2 % 4], status, 'end', 5, n % 300,
            caller, source_number, '2000', case when n % 100 = 8 then 'queue' else 'user' end, '', destination_number,
            case status when 'answered' then 16 else 17 end,
            place || jsonb_build_object('name', caller, 'number', source_number, 'internalNumber', source_number, 'line', 'PJSIP/' || source_number, 'userUuid', user_uuid),
            jsonb_build_object('name', null, 'number', '2000', 'context', 'internal', 'internalNumber', (2000 + n % 500)::text, 'internalContext', 'internal', 'userUuid', null),
            place || jsonb_build_object('kind', 'user', 'name', null, 'number', destination_number, 'details', '{}'::jsonb),
            participants, '{"cause":16,"by":"source"}', '[]', filling, array[case when n % 500 = 0 then 'vip' else 'sales' end], array[user_uuid],
            lower(concat(caller, E'\\n', source_number, E'\\n', destination_number, E'\\n\\f2000\\n')),
            case status when 'missed' then 'unknown' else status end, case status when 'answered' then n % 300 end,
            case when n % 1000 = 2 then 1 else 0 end, array[user_uuid]
       from (select n, $1::timestamptz + n * $5::float8 * interval '1 s' as started_at,
                    case when n % 1000 = 4 then 'blocked' when n % 200 = 6 then 'voicemail' when n % 5 = 1 then 'missed' else 'answered' end as status,
                    'User ' || n % 200 as caller, (1000 + n % 200)::text as source_number, '+331' || 100000 + n * 7919::bigint % 100000 as destination_number,
                    user_uuid, jsonb_build_array(jsonb_build_object('role', 'source', 'userUuid', user_uuid, 'number', (1000 + n % 200)::text)) as participants,
                    '{"context":"internal","channel":null,"internalNumber":null,"internalContext":"internal","line":null,"userUuid":null}'::jsonb as place,
                    jsonb_build_array(repeat('as wide as a call log is ', 8)) as filling
               from (select n, ('7a7a0001-0000-4000-8000-000000000' || 100 + n % 200)::uuid as user_uuid from generate_series(1, $2::int - 1) as n) as one
            ) as call`,
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
