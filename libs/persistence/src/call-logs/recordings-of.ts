import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { RecordingRecord } from '../call-log-columns.js';

interface Recorded {
  readonly id: number;
  readonly started_at: Instant;
  readonly recording_count: number;
}

const NONE: readonly RecordingRecord[] = [];

/** The rows of recordings of some calls, by the calls' ids; calls without any are not asked about. */
export async function recordingsOf(pool: Pool, calls: readonly Recorded[]): Promise<(callLogId: number) => readonly RecordingRecord[]> {
  const recorded = calls.filter(({ recording_count }) => recording_count > 0);
  // Recordings lie in the months of their calls: with the starts PostgreSQL leaves out all others.
  const starts = recorded.map(({ started_at }) => started_at).sort((one, other) => one - other);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return () => NONE;
  const { rows } = await pool.query<RecordingRecord>(
    'select * from recording where call_log_id = any($1::bigint[]) and started_at between $2 and $3',
    [recorded.map(({ id }) => id), formatInstant(first), formatInstant(last)],
  );
  const byCall = new Map<number, RecordingRecord[]>();
  for (const recording of rows) {
    const own = byCall.get(recording.call_log_id);
    if (own === undefined) byCall.set(recording.call_log_id, [recording]);
    else own.push(recording);
  }
  return (callLogId) => byCall.get(callLogId) ?? NONE;
}
