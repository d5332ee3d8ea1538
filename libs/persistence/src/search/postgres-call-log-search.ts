import type { CallLogSearch, CdrFilter, CdrPageAt, CdrPlace } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import { pageCursor, readPageCursor } from '../call-logs/page-cursor.js';
import { withRecordings } from '../call-logs/read-call-log.js';
import { uuidOf } from '../uuid-of.js';
import type { RowPlace, Statement } from './cdr-statements.js';
import { countStatement, mostRecordingsStatement, pageStatement, placesStatement, rowsStatement } from './cdr-statements.js';
import { heldPlaces } from './held-places.js';
import { callLogsIn } from './rows-in-places.js';

/** How many call logs a stream holds at once. */
const BATCH = 500;

/** Searches call logs in PostgreSQL: first where they are, then the call logs themselves. */
export class PostgresCallLogSearch implements CallLogSearch {
  constructor(
    private readonly pool: Pool,
    private readonly batchSize: number = BATCH,
  ) {}

  async find(filter: CdrFilter, place: CdrPlace): Promise<readonly CallLog[]> {
    return callLogsIn(this.pool, await this.places(placesStatement(filter, place)));
  }

  async page(filter: CdrFilter, { after, descending, limit }: CdrPageAt) {
    const last = after === null ? null : readPageCursor(after);
    // One more says whether there is more.
    const places = await this.places(pageStatement(filter, { last, descending, limit: limit + 1 }));
    const own = places.slice(0, limit);
    const end = places.length > limit ? own.at(-1) : undefined;
    return { callLogs: await callLogsIn(this.pool, own), next: end === undefined ? null : pageCursor(end) };
  }

  async *stream(filter: CdrFilter, place: CdrPlace): AsyncGenerator<CallLog> {
    const inTime = place.order === 'start' && filter.distinctPeers === undefined;
    const batches = inTime ? this.placesInTime(filter, place) : heldPlaces(this.pool, placesStatement(filter, place), this.batchSize);
    for await (const places of batches) yield* await callLogsIn(this.pool, places);
  }

  /** Batch by batch from key to key: the first comes at once, and between them nothing is held. */
  private async *placesInTime(filter: CdrFilter, place: CdrPlace): AsyncGenerator<readonly RowPlace[]> {
    let left = place.limit ?? Infinity;
    let places = await this.places(placesStatement(filter, { ...place, limit: Math.min(left, this.batchSize) }));
    while (places.length > 0) {
      yield places;
      left -= places.length;
      const last = places.length < this.batchSize || left === 0 ? undefined : places.at(-1);
      if (last === undefined) return;
      const beyond = { last: { startedAt: last.started_at, id: last.id }, descending: place.descending };
      places = await this.places(pageStatement(filter, { ...beyond, limit: Math.min(left, this.batchSize) }));
    }
  }

  async mostRecordings(filter: CdrFilter, place: CdrPlace): Promise<number> {
    const { sql, values } = mostRecordingsStatement(filter, place);
    const { rows } = await this.pool.query<{ most: number }>(sql, values);
    return rows[0]?.most ?? 0;
  }

  async count(filter: CdrFilter, how: 'exact' | 'estimate'): Promise<number> {
    if (how === 'estimate') return this.estimate(rowsStatement(filter));
    const { sql, values } = countStatement(filter);
    const { rows } = await this.pool.query<{ count: number }>(sql, values);
    return rows[0]?.count ?? 0;
  }

  /** What PostgreSQL expects, from its statistics. */
  private async estimate({ sql, values }: Statement): Promise<number> {
    const { rows } = await this.pool.query<{ 'QUERY PLAN': readonly { readonly Plan: { readonly 'Plan Rows': number } }[] }>(
      `explain (format json) ${sql}`,
      values,
    );
    return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
  }

  async get(id: number, tenantUuids: readonly [string, ...string[]]): Promise<CallLog | null> {
    if (!Number.isSafeInteger(id)) return null;
    const { rows } = await this.pool.query<CallLogRecord>('select * from call_log where id = $1 and tenant_uuid = any($2::uuid[])', [
      id,
      tenantUuids.map(uuidOf),
    ]);
    return (await withRecordings(this.pool, rows))[0] ?? null;
  }

  private async places({ sql, values }: Statement): Promise<readonly RowPlace[]> {
    const { rows } = await this.pool.query<RowPlace>(sql, values);
    return rows;
  }
}
