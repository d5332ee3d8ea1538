import type { ArchivedCall } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import type { CallLogRecord, RecordingRecord } from '../call-log-columns.js';
import { callLogOf } from '../call-log-mapping.js';

/** Some rows of call logs: in which table, and which of them. */
export interface RowsToArchive {
  /** `call_log`, or a month that was taken; as SQL writes it. */
  readonly table: string;
  readonly ids: readonly number[];
  /** The month of all of them. */
  readonly from: string;
  readonly until: string;
}

type Row = CallLogRecord & {
  readonly kept_state: string | null;
  readonly kept_cel_count: number | null;
  readonly kept_first_cel_id: number | null;
  readonly kept_last_cel_id: number | null;
  readonly kept_last_event_at: Instant | null;
  readonly kept_teller: string | null;
  readonly kept_digest: string | null;
};

/** Whole call logs with all that restores them, as they are now; what is written down as purged is in an archive already. */
export async function archivedCalls(client: ClientBase, { table, ids, from, until }: RowsToArchive): Promise<readonly ArchivedCall[]> {
  const { rows } = await client.query<Row>(
    `select log.*, state as kept_state, cel_count as kept_cel_count, first_cel_id as kept_first_cel_id, last_cel_id as kept_last_cel_id,
            last_event_at as kept_last_event_at, teller as kept_teller, encode(digest, 'hex') as kept_digest
       from ${table} as log
       left join conversation as own on own.source = log.conversation_source and own.conversation_id = log.conversation_id
      where log.id = any($1::bigint[]) and log.started_at >= $2 and log.started_at < $3 and own.state is distinct from 'purged'
      order by log.started_at, log.id`,
    [ids, from, until],
  );
  const recordings = await client.query<RecordingRecord>(
    'select * from recording where call_log_id = any($1::bigint[]) and started_at >= $2 and started_at < $3',
    [rows.map(({ id }) => id), from, until],
  );
  const byCall = new Map<number, RecordingRecord[]>(rows.map(({ id }) => [id, []]));
  for (const recording of recordings.rows) byCall.get(recording.call_log_id)?.push(recording);
  return rows.map((row) => archivedCall(row, byCall.get(row.id) ?? []));
}

function archivedCall(row: Row, recordings: readonly RecordingRecord[]): ArchivedCall {
  return {
    callLog: { ...callLogOf(row, recordings), tenantUuid: row.tenant_uuid },
    conversation: {
      source: row.conversation_source,
      celCount: row.kept_cel_count ?? 0,
      firstCelId: row.kept_first_cel_id ?? 0,
      lastCelId: row.kept_last_cel_id ?? 0,
      lastEventAt: row.kept_last_event_at ?? row.ended_at,
      teller: row.kept_teller ?? '',
      digest: row.kept_digest,
    },
    deletedMedia: recordings.flatMap(({ uuid, deleted_at }) => (deleted_at === null ? [] : [{ uuid, deletedAt: deleted_at }])),
  };
}

/** The bounds of a month as the statements take them. */
export function boundsOf({ from, until }: { readonly from: Instant; readonly until: Instant }): Pick<RowsToArchive, 'from' | 'until'> {
  return { from: formatInstant(from), until: formatInstant(until) };
}
