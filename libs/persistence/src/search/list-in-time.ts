import type { CdrFilter } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { monthStarts } from '../partitions.js';
import type { ListPlace, RowPlace, Statement } from './cdr-statements.js';
import { countStatement, listStatement, placesStatement } from './cdr-statements.js';
import type { ListedRecord } from './listed-columns.js';
import { rowsIn } from './rows-in-places.js';
import type { TimeWindow } from './time-windows.js';
import { timeWindows } from './time-windows.js';

/** A part of a list in the order of time. */
export interface TimeList {
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number | null;
  /** Behind which call log it begins; null for the beginning. */
  readonly last: ListPlace | null;
}

/**
 * Lists call logs in the order of time, window by window and at most so many at once, from key to key: the first come at once,
 * and between them nothing is held.
 */
export async function* listInTime(pool: Pool, filter: CdrFilter, list: TimeList, atOnce: number): AsyncGenerator<readonly ListedRecord[]> {
  const { descending, limit } = list;
  let [skip, left] = [list.offset, limit ?? Infinity];
  if (left <= 0) return;
  const query = async <Row extends object>({ sql, values }: Statement): Promise<readonly Row[]> =>
    (await pool.query<Row>(sql, values)).rows;
  // Which call of a pair is the newest only the whole can tell.
  const isWhole = filter.distinctPeers !== undefined;
  for (const window of isWhole ? [EVERYTHING] : timeWindows(await monthStarts(pool), wholeOf(filter, list), descending)) {
    const part = within(filter, window);
    let { last } = list;
    for (;;) {
      const wanted = Math.min(left, atOnce);
      // What is skipped is not read, only where it is.
      const rows =
        skip === 0
          ? await query<ListedRecord>(listStatement(part, { last, descending, limit: wanted }))
          : await rowsIn(pool, await query<RowPlace>(placesStatement(part, { order: 'start', descending, offset: skip, limit: wanted })));
      if (rows.length === 0) {
        if (skip > 0) skip = Math.max(0, skip - (await countOf(query, part)));
        break;
      }
      yield rows;
      skip = 0;
      left -= rows.length;
      if (left === 0) return;
      if (rows.length < wanted) break;
      const end = rows.at(-1) as ListedRecord;
      last = { startedAt: end.started_at, id: end.id };
    }
  }
}

async function countOf(query: <Row extends object>(statement: Statement) => Promise<readonly Row[]>, part: CdrFilter): Promise<number> {
  return (await query<{ readonly count: number }>(countStatement(part)))[0]?.count ?? 0;
}

const EVERYTHING: TimeWindow = { from: null, until: null };

/** The time that a list can lie in. */
function wholeOf(filter: CdrFilter, { last, descending }: TimeList): TimeWindow {
  const [startedFrom, startedUntil] = [filter.startedFrom ?? null, filter.startedUntil ?? null];
  if (last === null) return { from: startedFrom, until: startedUntil };
  return descending
    ? { from: startedFrom, until: earliest(startedUntil, (last.startedAt + 1) as Instant) }
    : { from: latest(startedFrom, last.startedAt), until: startedUntil };
}

function within(filter: CdrFilter, { from, until }: TimeWindow): CdrFilter {
  return { ...filter, ...(from === null ? {} : { startedFrom: from }), ...(until === null ? {} : { startedUntil: until }) };
}

const earliest = (one: Instant | null, other: Instant): Instant => (one === null || other < one ? other : one);
const latest = (one: Instant | null, other: Instant): Instant => (one === null || other > one ? other : one);
