import type { PurgePlan, PurgeSession, PurgeStore, PurgedCall, StorePreview } from '@callstitch/application';
import type { ClientBase, Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { countPlan } from './count-plan.js';
import { dropEmptyMonths } from './drop-empty-months.js';
import { marked, markRecordings, settle, unmarkHeld } from './marked-recordings.js';
import { monthTables } from './month-tables.js';
import { purgeCalls } from './purge-calls.js';
import { purgeCels } from './purge-cels.js';
import { archived, beginRun, endRun, promiseArchive, promisedArchives, whyPurged } from './purge-runs.js';
import { purgeTaken } from './purge-taken.js';
import { takeMonth } from './take-month.js';

export interface PostgresPurgeStoreOptions {
  readonly pool: Pool;
  /** The source whose CELs lie in a table of ours, in this database; null when CELs are another's, and none are purged. */
  readonly celSource: string | null;
}

/** Purges in PostgreSQL. One at a time: a lock of the session says so, and the end of its connection frees it. */
export class PostgresPurgeStore implements PurgeStore {
  constructor(private readonly options: PostgresPurgeStoreOptions) {}

  preview(plan: PurgePlan): Promise<StorePreview> {
    const { pool, celSource } = this.options;
    return countPlan(pool, plan, celSource === null ? null : { source: celSource });
  }

  async alone<Result>(work: (session: PurgeSession) => Promise<Result>): Promise<Result> {
    const client = await this.options.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, 0)', [ADVISORY_LOCKS.purge]);
      const result = await work(sessionOn(client, this.options));
      await dropEmptyMonths(client);
      return result;
    } finally {
      // The lock ends with the connection.
      client.release(true);
    }
  }

  why(callLogId: number): Promise<PurgedCall | null> {
    return whyPurged(this.options.pool, callLogId);
  }
}

function sessionOn(client: ClientBase, { pool, celSource }: PostgresPurgeStoreOptions): PurgeSession {
  return {
    begin: (trigger, plan) => beginRun(client, trigger, plan),
    end: (runId, outcome) => endRun(client, runId, outcome),
    promiseArchive: (runId, place) => promiseArchive(client, runId, place),
    promisedArchives: () => promisedArchives(client),
    archived: (runId) => archived(client, runId),
    months: () => monthTables(client),
    takeMonth: (runId, month, filter) => takeMonth(client, runId, month, filter),
    purgeTaken: (after, limit, keepOf) => purgeTaken(client, { after, limit, keepOf }),
    // On connections of their own, so that months go side by side.
    purgeCalls: (runId, calls, keep) => onOwnConnection(pool, (own) => purgeCalls(own, runId, { calls, keep })),
    markRecordings: (filter, limit) => markRecordings(client, filter, limit),
    unmarkHeld: (held) => unmarkHeld(client, held),
    marked: (after, limit) => marked(client, after, limit),
    settle: (recordings) => settle(client, recordings),
    purgeCels: (before, held, at) =>
      celSource === null
        ? Promise.resolve({ tenants: new Map<string, number>(), next: null, lockedMs: 0 })
        : purgeCels(client, { source: celSource, before, held, ...at }),
  };
}

async function onOwnConnection<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
