import { instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { ensurePartitions } from '../partitions.js';

const COUNT = 24_000;
const FIRST = '2026-09-01';
const MONTHS = [8, 9, 10].map((month) => instant(Date.UTC(2026, month, 1) * 1_000));

/**
 * Fills a database with so many call logs of two tenants in three months that PostgreSQL must choose how to find some.
 * What is rare is so in every month: each 800th call log is blocked, outbound, parked, long and tagged `rare`; its source
 * is 1777, its destination ends with 4711, its user and its caller's name have no other call.
 */
export async function manyCallLogs(pool: Pool): Promise<void> {
  await ensurePartitions(pool, MONTHS);
  await pool.query(
    `insert into call_log (
       tenant_uuid, started_at, id, version, conversation_source, conversation_id, linkedids, answered_at, ended_at,
       direction, status, closed_by, ring_seconds, talk_seconds, source_name, source_number, requested_number,
       destination_kind, destination_name, destination_number, answered_by_number, hangup_cause, source, requested, destination,
       answered_by, participants, hangup, transfers, journey, tags, tag_details, participant_user_uuids, search,
       wazo_status, duration_seconds, recording_count, source_user_uuids)
       select tenant, started_at, n, 1, 'cel', n::text, array[n::text], null, started_at + interval '60 s',
              case when rare then 'outbound' when n % 3 = 0 then 'internal' else 'inbound' end,
              case when rare then 'blocked' when n % 800 = 1 then 'failed' when n % 5 = 0 then 'missed' else 'answered' end, 'end', 5,
              case when rare then 7200 else n % 300 end,
              caller, source_number, '2000', case when rare then 'parking' when n % 4 = 0 then 'queue' else 'user' end, '', destination_number, null, 16,
              filling, filling, filling, null, filling, filling, '[]', filling,
              array[case when rare then 'rare' else 'common' end], '[]', array[user_uuid],
              lower(concat(caller, E'\\n', source_number, E'\\n', destination_number, E'\\n\\f2000\\n')),
              case when rare then 'blocked' when n % 800 = 1 then 'voicemail' when n % 5 = 0 then 'unknown' else 'answered' end,
              case when rare then 7200 when n % 5 = 0 then null else n % 300 end, case when n % 800 = 2 then 1 else 0 end, array[user_uuid]
         from (select n, n % 800 = 0 as rare, $1::timestamptz + n * interval '91 days' / ${COUNT} as started_at,
                      ('7e7e0001-0000-4000-8000-00000000000' || 1 + n % 2)::uuid as tenant,
                      case when n % 800 = 0 then 'Zazie Queneau' else 'User ' || n % 200 end as caller,
                      case when n % 800 = 0 then '1777' else (1000 + n % 200)::text end as source_number,
                      case when n % 800 = 0 then '+33' || n || '4711' else '+331' || 100000 + n * 7 % 100000 end as destination_number,
                      ('7a7a0001-0000-4000-8000-000000000' || case when n % 800 = 0 then 999 else 100 + n % 200 end)::uuid as user_uuid,
                      jsonb_build_array(repeat('as wide as a call log is ', 8)) as filling
                 from generate_series(1, ${COUNT} - 1) as n) as call`,
    [FIRST],
  );
  // A commit that was not waited for may not be on disk, and until then vacuum takes no row for visible to all.
  const client = await pool.connect();
  await client.query('set synchronous_commit = on');
  await client.query('analyze call_log');
  await client.query('vacuum call_log');
  client.release(true);
}
