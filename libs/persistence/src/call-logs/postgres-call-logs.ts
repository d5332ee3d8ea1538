import type { CallLogFilter, CallLogPage, CallLogs } from '@callstitch/application';
import type { CallLog } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { CallLogRecord } from '../call-log-columns.js';
import { callLogConditions } from './call-log-conditions.js';
import { pageCursor, readPageCursor } from './page-cursor.js';
import { readCallLog, withRecordings } from './read-call-log.js';

/** Call logs in PostgreSQL. Pages are found by key, so a deep page costs what the first one does. */
export class PostgresCallLogs implements CallLogs {
  constructor(private readonly pool: Pool) {}

  async find(filter: CallLogFilter, { limit, after }: { readonly limit: number; readonly after: string | null }): Promise<CallLogPage> {
    const { sql, values } = callLogConditions(filter);
    const parameters = [...values];
    let beyond = '';
    if (after !== null) {
      const { startedAt, id } = readPageCursor(after);
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
    return { callLogs: await withRecordings(this.pool, rows), next: last === undefined ? null : pageCursor(last) };
  }

  get(id: number): Promise<CallLog | null> {
    return readCallLog(this.pool, id);
  }
}
