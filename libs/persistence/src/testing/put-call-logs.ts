import type { Pool } from 'pg';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from '../call-log-columns.js';
import type { StoredCallLog } from '../call-log-mapping.js';
import { callLogRow, recordingRows } from '../call-log-mapping.js';
import { copyIn } from '../copy/copy-in.js';
import { ensurePartitions } from '../partitions.js';
import { TEST_TENANT } from './generation-subject.js';

/** Writes call logs as they are, under the ids that they have, each with the conversation that it was told from. */
export async function putCallLogs(pool: Pool, calls: readonly StoredCallLog[]): Promise<void> {
  await ensurePartitions(
    pool,
    calls.map(({ startedAt }) => startedAt),
  );
  const where = { source: 'default', defaultTenantUuid: TEST_TENANT };
  const client = await pool.connect();
  try {
    await copyIn(
      client,
      { table: 'call_log', columns: CALL_LOG_COLUMNS },
      calls.map((call) => callLogRow(call, where)),
    );
    await copyIn(
      client,
      { table: 'recording', columns: RECORDING_COLUMNS },
      calls.flatMap((call) => recordingRows(call, where)),
    );
    await client.query(
      `insert into conversation (source, conversation_id, state, linkedids, cel_count, first_cel_id, last_cel_id, last_event_at,
         teller, call_log_id, tenant_uuid, started_at, version, digest)
       select conversation_source, conversation_id, 'told', linkedids, 1, id, id, ended_at, 'test', id, tenant_uuid, started_at, version, '\\x00'
         from call_log on conflict do nothing`,
    );
  } finally {
    client.release();
  }
}
