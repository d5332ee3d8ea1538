import type { BookStatus, CelStore, Run, RunBook } from '@callstitch/application';
import { uncovered } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { readRanges } from './book/id-ranges.js';

const LAST_RUNS = 10;

interface RunRow {
  readonly id: number;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly trigger: string;
  readonly options: Run['options'];
  readonly result: Run['result'];
  readonly error: string | null;
}

/** Runs as they are recorded, and how the book stands. */
export class PostgresRunBook implements RunBook {
  constructor(private readonly pool: Pool) {}

  async begin(trigger: string, options: Readonly<Record<string, unknown>>): Promise<number> {
    const { rows } = await this.pool.query<{ id: number }>('insert into generate_run (trigger, options) values ($1, $2) returning id', [
      trigger,
      JSON.stringify(options),
    ]);
    return (rows[0] as { id: number }).id;
  }

  async end(id: number, outcome: { readonly result: Readonly<Record<string, unknown>> } | { readonly error: string }): Promise<void> {
    const [result, error] = 'error' in outcome ? [null, outcome.error] : [JSON.stringify(outcome.result), null];
    await this.pool.query('update generate_run set ended_at = now(), result = $2, error = $3 where id = $1', [id, result, error]);
  }

  async status(source: string, store: CelStore): Promise<BookStatus> {
    const [calls, conversations, refused, runs, unreadRows] = await Promise.all([
      this.pool.query<{ count: number }>('select count(*) as count from conversation where source = $1 and digest is not null', [source]),
      this.pool.query<{ count: number }>("select count(*) as count from conversation where source = $1 and state = 'open'", [source]),
      this.pool.query<{ reason: string; conversations: number }>(
        `select reason, count(*) as conversations from conversation where source = $1 and state = 'refused'
         group by reason order by conversations desc, reason`,
        [source],
      ),
      this.pool.query<RunRow>('select * from generate_run order by id desc limit $1', [LAST_RUNS]),
      this.unread(source, store),
    ]);
    return {
      callLogs: calls.rows[0]?.count ?? 0,
      unreadRows,
      open: conversations.rows[0]?.count ?? 0,
      refused: refused.rows,
      lastRuns: runs.rows.map((run) => ({
        id: run.id,
        startedAt: run.started_at,
        endedAt: run.ended_at,
        trigger: run.trigger,
        options: run.options,
        result: run.result,
        error: run.error,
      })),
    };
  }

  private async unread(source: string, store: CelStore): Promise<number> {
    const bounds = await store.bounds();
    if (bounds === null) return 0;
    const { rows } = await this.pool.query<{ read: string }>('select read::text from cel_progress where source = $1', [source]);
    return store.count(uncovered(bounds, readRanges(rows[0]?.read ?? '{}')));
  }
}
