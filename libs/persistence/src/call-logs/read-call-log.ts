import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord, RecordingRecord } from '../call-log-columns.js';
import type { StoredCallLog } from '../call-log-mapping.js';
import { callLogOf } from '../call-log-mapping.js';

/** One call log as it stands, with its recordings; null when there is none of that id. */
export async function readCallLog(pool: Pool, id: number): Promise<StoredCallLog | null> {
  const { rows } = await pool.query<CallLogRecord>('select * from call_log where id = $1', [id]);
  const [record] = rows;
  return record === undefined ? null : ((await withRecordings(pool, [record]))[0] ?? null);
}

/** Call logs of rows, each with its recordings, in the same order. */
export async function withRecordings(pool: Pool, records: readonly CallLogRecord[]): Promise<readonly StoredCallLog[]> {
  // Recordings lie in the months of their calls: with the starts PostgreSQL leaves out all others.
  const starts = records.map(({ started_at }) => started_at).sort((one, other) => one - other);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { rows } = await pool.query<RecordingRecord>(
    'select * from recording where call_log_id = any($1::bigint[]) and started_at between $2 and $3',
    [records.map(({ id }) => id), formatInstant(first), formatInstant(last)],
  );
  const byCall = new Map<number, RecordingRecord[]>();
  for (const recording of rows) {
    const own = byCall.get(recording.call_log_id);
    if (own === undefined) byCall.set(recording.call_log_id, [recording]);
    else own.push(recording);
  }
  return records.map((record) => callLogOf(record, byCall.get(record.id) ?? []));
}
