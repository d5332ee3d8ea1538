import type { Pool } from 'pg';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from '../call-log-columns.js';
import type { StoredCallLog } from '../call-log-mapping.js';
import { callLogRow, recordingRows } from '../call-log-mapping.js';
import { copyIn } from '../copy/copy-in.js';
import { ensurePartitions } from '../partitions.js';
import { TEST_TENANT } from './generation-subject.js';

/** Writes call logs as they are, without conversations, under the ids that they have. */
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
  } finally {
    client.release();
  }
}
