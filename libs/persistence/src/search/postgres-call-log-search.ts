import type { CallLogSearch, CdrFilter, CdrPageAt, CdrPlace, ListedCall } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import { pageCursor, readPageCursor } from '../call-logs/page-cursor.js';
import { withRecordings } from '../call-logs/read-call-log.js';
import { recordingsOf } from '../call-logs/recordings-of.js';
import { uuidOf } from '../uuid-of.js';
import type { Statement } from './cdr-statements.js';
import { countStatement, mostRecordingsStatement, placesStatement, rowsStatement } from './cdr-statements.js';
import { heldPlaces } from './held-places.js';
import { listInTime } from './list-in-time.js';
import type { ListedRecord } from './listed-columns.js';
import { LISTED_COLUMNS, listedOf } from './listed-columns.js';
import { oneAhead } from './one-ahead.js';
import { rowsIn } from './rows-in-places.js';

/** How many call logs a stream holds at once. */
const BATCH = 1_000;

/** Searches call logs in PostgreSQL, in the order of time as they come, in others where they are first. */
export class PostgresCallLogSearch implements CallLogSearch {
  constructor(
    private readonly pool: Pool,
    private readonly batchSize: number = BATCH,
  ) {}

  async find(filter: CdrFilter, place: CdrPlace): Promise<readonly ListedCall[]> {
    if (isInTime(filter, place)) return this.listed(await all(listInTime(this.pool, filter, { ...place, last: null }, this.batchSize)));
    const { sql, values } = placesStatement(filter, place);
    return this.listed(await rowsIn(this.pool, (await this.pool.query(sql, values)).rows));
  }

  async page(filter: CdrFilter, { after, descending, limit }: CdrPageAt) {
    const last = after === null ? null : readPageCursor(after);
    // One more says whether there is more.
    const rows = await all(listInTime(this.pool, filter, { descending, offset: 0, limit: limit + 1, last }, limit + 1));
    const own = rows.slice(0, limit);
    const end = rows.length > limit ? own.at(-1) : undefined;
    return { calls: await this.listed(own), next: end === undefined ? null : pageCursor(end) };
  }

  stream(filter: CdrFilter, place: CdrPlace): AsyncGenerator<readonly ListedCall[]> {
    return oneAhead(this.parts(filter, place));
  }

  private async *parts(filter: CdrFilter, place: CdrPlace): AsyncGenerator<readonly ListedCall[]> {
    if (isInTime(filter, place)) {
      for await (const rows of listInTime(this.pool, filter, { ...place, last: null }, this.batchSize)) yield await this.listed(rows);
      return;
    }
    for await (const places of heldPlaces(this.pool, placesStatement(filter, place), this.batchSize)) {
      yield await this.listed(await rowsIn(this.pool, places));
    }
  }

  async mostRecordings(filter: CdrFilter, place: CdrPlace): Promise<number> {
    const { sql, values } = mostRecordingsStatement(filter, place);
    const { rows } = await this.pool.query<{ most: number }>(sql, values);
    return rows[0]?.most ?? 0;
  }

  async count(filter: CdrFilter, how: 'exact' | 'estimate'): Promise<number> {
    if (how === 'estimate') return this.estimate(rowsStatement(filter));
    // Few are recorded, and those have an index: the others are counted as what is left.
    if (filter.recorded === false && filter.distinctPeers === undefined) {
      const { recorded: _, ...whole } = filter;
      return (await this.count(whole, how)) - (await this.count({ ...whole, recorded: true }, how));
    }
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

  async get(id: number, tenantUuids: readonly [string, ...string[]]): Promise<ListedCall | null> {
    return (await this.listed(await this.row<ListedRecord>(LISTED_COLUMNS, id, tenantUuids)))[0] ?? null;
  }

  async getWhole(id: number, tenantUuids: readonly [string, ...string[]]): Promise<CallLog | null> {
    return (await withRecordings(this.pool, await this.row<CallLogRecord>('*', id, tenantUuids)))[0] ?? null;
  }

  /** By way of its conversation, which knows the month: no other is looked into, nor planned for. */
  private async row<Row extends object>(columns: string, id: number, tenantUuids: readonly string[]): Promise<readonly Row[]> {
    if (!Number.isSafeInteger(id)) return [];
    const { rows } = await this.pool.query<Row>({
      name: `call log by id, ${columns.length} letters`,
      text: `select ${columns} from call_log_row($1::bigint, $2::uuid[])`,
      values: [id, tenantUuids.map(uuidOf)],
    });
    return rows;
  }

  private async listed(rows: readonly ListedRecord[]): Promise<readonly ListedCall[]> {
    const recordings = await recordingsOf(this.pool, rows);
    return rows.map((row) => listedOf(row, recordings(row.id)));
  }
}

function isInTime({ distinctPeers }: CdrFilter, { order }: CdrPlace): boolean {
  return order === 'start' && distinctPeers === undefined;
}

async function all<Item>(parts: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const part of parts) for (const item of part) items.push(item);
  return items;
}
