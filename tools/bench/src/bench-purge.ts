import type { PurgeBatch, PurgePlan, PurgeSession, PurgeStore } from '@callstitch/application';
import { purge } from '@callstitch/application';
import type { CallFilter } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { PostgresPurgeStore, migrate, openDatabase } from '@callstitch/persistence';
import { fillWithCalls } from './fill-with-calls.js';

/** One way of purging, measured. */
export interface PurgeWay {
  readonly callLogs: number;
  readonly seconds: number;
  readonly callsPerSecond: number;
  /** The longest time that a batch held its rows. */
  readonly longestLockMs: number;
  /** Months that went as a whole, and the longest time that one took to be out of sight. */
  readonly months: number;
  readonly longestTakeMs: number;
}

export interface PurgeResult {
  readonly calls: number;
  readonly fillSeconds: number;
  /** One of two tenants' older half. */
  readonly byRows: PurgeWay;
  /** All tenants' oldest year, of which the rest is still there. */
  readonly byMonths: PurgeWay;
}

const MONTHS = 36;
const FIRST_YEAR = 2023;
export const TENANTS = ['7e7e0001-0000-4000-8000-000000000001', '7e7e0001-0000-4000-8000-000000000002'] as const;
const BATCH = 5_000;

const before = (months: number): CallFilter => ({ kind: 'started-before', at: instant(Date.UTC(FIRST_YEAR, months, 1) * 1_000) });
const HELD: CallFilter = { kind: 'some', filters: [{ kind: 'tagged', tag: 'legal-hold', tagger: null }] };
const NOBODY: CallFilter = { kind: 'some', filters: [] };

const planOf = (...filters: readonly CallFilter[]): PurgePlan => ({
  callLogs: { kind: 'every', filters: [...filters, { kind: 'not', filter: HELD }] },
  recordings: NOBODY,
  held: HELD,
  celsBefore: null,
  policies: [],
});

/** Purges so many calls over three years, by rows and by months, from an empty database. */
export async function benchPurge(url: string, calls: number): Promise<PurgeResult> {
  await migrate(url);
  const database = await openDatabase({ url });
  const started = performance.now();
  await fillWithCalls(database.pool, { calls, months: MONTHS, firstYear: FIRST_YEAR, tenants: TENANTS });
  const fillSeconds = (performance.now() - started) / 1000;
  const store = new PostgresPurgeStore({ pool: database.pool, celSource: null });
  const byRows = await measured(store, planOf(before(MONTHS / 2), before(MONTHS), { kind: 'tenant', tenantUuid: TENANTS[0] }));
  const byMonths = await measured(store, planOf(before(MONTHS / 3)));
  await database.close();
  return { calls, fillSeconds, byRows, byMonths };
}

async function measured(store: PurgeStore, plan: PurgePlan): Promise<PurgeWay> {
  const [locks, takes]: [number[], number[]] = [[], []];
  const watched: PurgeStore = {
    preview: (one) => store.preview(one),
    why: (id) => store.why(id),
    alone: (work) => store.alone((session) => work(watching(session, locks, takes))),
  };
  const started = performance.now();
  const files = { remove: () => Promise.resolve({ kind: 'missing' as const }), look: () => Promise.resolve('missing' as const) };
  const report = await purge(plan, watched, { trigger: 'bench', files, batchSize: BATCH });
  const seconds = (performance.now() - started) / 1000;
  const callLogs = report.tenants.reduce((sum, tenant) => sum + tenant.callLogs, 0);
  return {
    callLogs,
    seconds,
    callsPerSecond: callLogs / seconds,
    longestLockMs: Math.max(0, ...locks),
    months: report.months,
    longestTakeMs: Math.max(0, ...takes),
  };
}

function watching(session: PurgeSession, locks: number[], takes: number[]): PurgeSession {
  const noted = async (batch: Promise<PurgeBatch>): Promise<PurgeBatch> => {
    locks.push((await batch).lockedMs);
    return batch;
  };
  return {
    ...session,
    purgeTaken: (after, limit, keepOf) => noted(session.purgeTaken(after, limit, keepOf)),
    purgeCalls: (runId, calls, keep) => noted(session.purgeCalls(runId, calls, keep)),
    async takeMonth(runId, month, filter) {
      const started = performance.now();
      const taken = await session.takeMonth(runId, month, filter);
      takes.push(performance.now() - started);
      return taken;
    },
  };
}
