import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import type { StoredCallLog } from '../call-log-mapping.js';
import { callLogOf } from '../call-log-mapping.js';
import { recordingsOf } from './recordings-of.js';

/** One call log as it stands, with its recordings; null when there is none of that id. */
export async function readCallLog(pool: Pool, id: number): Promise<StoredCallLog | null> {
  const { rows } = await pool.query<CallLogRecord>('select * from call_log where id = $1', [id]);
  const [record] = rows;
  return record === undefined ? null : ((await withRecordings(pool, [record]))[0] ?? null);
}

/** Call logs of rows, each with its recordings, in the same order. */
export async function withRecordings(pool: Pool, records: readonly CallLogRecord[]): Promise<readonly StoredCallLog[]> {
  const recordings = await recordingsOf(pool, records);
  return records.map((record) => callLogOf(record, recordings(record.id)));
}
