import type { CallLogFilter, CallLogPage, CallLogs } from '@callstitch/application';
import type { CallLog, Instant } from '@callstitch/domain';
import { CallstitchError, formatInstant, instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import { callLogConditions } from './call-log-conditions.js';
import { readCallLog, withRecordings } from './read-call-log.js';

/** The last call log of a page: start in microseconds and id. */
const CURSOR = /^(\d{1,16})-(\d{1,16})$/;

function readCursor(text: string): { readonly startedAt: Instant; readonly id: number } {
  const match = CURSOR.exec(text);
  if (match === null) throw new CallstitchError('ARGUMENT_INVALID', `"${text}" is not where a page ends; take it from the page before.`);
  return { startedAt: instant(Number(match[1])), id: Number(match[2]) };
}

/** Call logs in PostgreSQL. Pages are found by key, so a deep page costs what the first one does. */
export class PostgresCallLogs implements CallLogs {
  constructor(private readonly pool: Pool) {}

  async find(filter: CallLogFilter, { limit, after }: { readonly limit: number; readonly after: string | null }): Promise<CallLogPage> {
    const { sql, values } = callLogConditions(filter);
    const parameters = [...values];
    let beyond = '';
    if (after !== null) {
      const { startedAt, id } = readCursor(after);
      parameters.push(formatInstant(startedAt), id);
      const [start, callLogId] = [`$${parameters.length - 1}::timestamptz`, `$${parameters.length}::bigint`];
      // Of a pair PostgreSQL does not see which months it leaves out.
      beyond = ` and started_at <= ${start} and (started_at, id) < (${start}, ${callLogId})`;
    }
    parameters.push(limit);
    const { rows } = await this.pool.query<CallLogRecord>(
      `select * from call_log where ${sql}${beyond} order by started_at desc, id desc limit $${parameters.length}`,
      parameters,
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { callLogs: await withRecordings(this.pool, rows), next: last === undefined ? null : `${last.started_at}-${last.id}` };
  }

  get(id: number): Promise<CallLog | null> {
    return readCallLog(this.pool, id);
  }
}
