import type { CallLogSearch, CdrFilter, CdrPlace } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import { PostgresCallLogSearch, migrate, openDatabase } from '@callstitch/persistence';
import type { Pool } from 'pg';
import { TENANTS } from './bench-purge.js';
import { fillWithCalls } from './fill-with-calls.js';
import { listFilters } from './list-filters.js';

/** Milliseconds of the middle one and of the slowest but five in a hundred. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** One filter's lists of a page of 100; what it has too few calls for is null. */
export interface ListTimes {
  readonly name: string;
  readonly calls: number;
  readonly firstPage: Percentiles;
  /** By cursor: page 5,000, or the last full one. */
  readonly deepestPage: (Percentiles & { readonly number: number }) | null;
  /** From the 10,000th call on. */
  readonly deepOffset: Percentiles | null;
  /** How many there are, counted one by one. */
  readonly count: Percentiles;
  readonly plans: readonly string[];
}

export interface ListResult {
  readonly calls: number;
  readonly fillSeconds: number;
  readonly filters: readonly ListTimes[];
}

export interface ListOptions {
  readonly calls: number;
  /** Ask PostgreSQL for the plan of each statement. */
  readonly withPlans: boolean;
  readonly onFilter?: (times: ListTimes) => void;
}

const MONTHS = 36;
const FIRST_YEAR = 2023;
const PAGE = 100;
const DEEP_PAGE = 5_000;
const DEEP_OFFSET = 10_000;
const ROUNDS = 20;
const COUNT_ROUNDS = 3;
const NEWEST: CdrPlace = { order: 'start', descending: true, offset: 0, limit: PAGE };

/** Lists by each filter alone on so many calls over three years, from an empty database. */
export async function benchList(url: string, { calls, withPlans, onFilter }: ListOptions): Promise<ListResult> {
  await migrate(url);
  const database = await openDatabase({ url });
  const started = performance.now();
  await fillWithCalls(database.pool, { calls, months: MONTHS, firstYear: FIRST_YEAR, tenants: TENANTS });
  const fillSeconds = (performance.now() - started) / 1000;
  const filters: ListTimes[] = [];
  for (const [name, filter] of listFilters(TENANTS, FIRST_YEAR)) {
    const times = await measured(database.pool, { name, filter, withPlans });
    filters.push(times);
    onFilter?.(times);
  }
  await database.close();
  return { calls, fillSeconds, filters };
}

interface Asked {
  readonly name: string;
  readonly filter: CdrFilter;
  readonly withPlans: boolean;
}

async function measured(pool: Pool, { name, filter, withPlans }: Asked): Promise<ListTimes> {
  const search = new PostgresCallLogSearch(pool);
  const calls = await search.count(filter, 'exact');
  const page = (after: string | null) => () => search.page(filter, { after, descending: true, limit: PAGE });
  const deepest = Math.min(DEEP_PAGE - 1, Math.floor(calls / PAGE) - 1);
  return {
    name,
    calls,
    firstPage: await timed(ROUNDS, page(null)),
    deepestPage:
      deepest < 1 ? null : { number: deepest + 1, ...(await timed(ROUNDS, page(await cursorAfter(search, filter, deepest * PAGE)))) },
    deepOffset: calls < DEEP_OFFSET ? null : await timed(ROUNDS, () => search.find(filter, { ...NEWEST, offset: DEEP_OFFSET })),
    count: await timed(COUNT_ROUNDS, () => search.count(filter, 'exact')),
    plans: withPlans ? await plansOf(pool, filter) : [],
  };
}

/** The cursor behind so many call logs: that of a page which ends with the last of them. */
async function cursorAfter(search: CallLogSearch, filter: CdrFilter, calls: number): Promise<string | null> {
  const [last] = await search.find(filter, { ...NEWEST, offset: calls - 1, limit: 1 });
  const startedUntil = instant((last?.startedAt ?? 0) + 1);
  return (await search.page({ ...filter, startedUntil }, { after: null, descending: true, limit: 1 })).next;
}

async function timed(rounds: number, work: () => Promise<unknown>): Promise<Percentiles> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** How PostgreSQL runs the statements of a first page. */
async function plansOf(pool: Pool, filter: CdrFilter): Promise<readonly string[]> {
  const plans: string[] = [];
  const explaining = {
    async query(sql: string, values: unknown[]) {
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${sql}`, values);
      plans.push([sql, ...rows.map((row) => row['QUERY PLAN'])].join('\n'));
      return pool.query(sql, values);
    },
  };
  await new PostgresCallLogSearch(explaining as unknown as Pool).page(filter, { after: null, descending: true, limit: PAGE });
  return plans;
}
