import type { CallLogFilter } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { manyCallLogs } from '../testing/many-call-logs.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import type { Plan } from '../testing/plan-of.js';
import { planOf } from '../testing/plan-of.js';
import { PostgresCallLogs } from './postgres-call-logs.js';

const TENANT = '7e7e0001-0000-4000-8000-000000000001';
const NUMBERS = ['call_log_by_destination_number', 'call_log_by_requested_number', 'call_log_by_source_number'];

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  await manyCallLogs(database.pool);
}, 120_000);

afterAll(() => database.close());

/** How the statement that finds a page is run. */
async function plan(filter: CallLogFilter, after: string | null = null): Promise<Plan> {
  let sent: readonly [string, unknown[]] | undefined;
  const pool = {
    query(sql: string, values: unknown[]) {
      sent ??= [sql, values];
      return database.pool.query(sql, values);
    },
  };
  await new PostgresCallLogs(pool as unknown as Pool).find(filter, { limit: 100, after });
  return planOf(database.pool, ...sent!);
}

const at = (year: number, month: number, day: number) => instant(Date.UTC(year, month - 1, day) * 1_000);

const RARE: readonly (readonly [string, CallLogFilter, readonly string[]])[] = [
  ['a status', { statuses: ['blocked'] }, ['call_log_by_status']],
  ['several statuses', { statuses: ['blocked', 'failed'] }, ['call_log_by_status']],
  ['a direction', { direction: 'outbound' }, ['call_log_by_direction']],
  ['a number', { number: '1777' }, NUMBERS],
  ['the beginning of a number', { number: '177*' }, NUMBERS],
  ['the end of a number', { number: '*4711' }, ['call_log_by_text']],
  ['a part of a name', { search: 'Zazie' }, ['call_log_by_text']],
  ['a tag', { tag: 'rare' }, ['call_log_by_tag']],
  ['a user', { userUuid: '7a7a0001-0000-4000-8000-000000000999' }, ['call_log_by_user']],
  ['a kind of destination', { destinationKind: 'parking' }, ['call_log_by_destination_kind']],
  ['a long talk', { talkSecondsFrom: 3_600 }, ['call_log_by_talk_seconds']],
];

describe('the index of a filter finds what is rare', () => {
  test.each(RARE)('by %s', async (_name, filter, indexes) => {
    const ofTenant = await plan({ ...filter, tenantUuid: TENANT });
    expect(ofTenant.steps).not.toContain('Seq Scan');
    expect(ofTenant.indexes).toEqual(indexes);
    expect((await plan(filter)).steps).not.toContain('Seq Scan');
  });
});

const COMMON: readonly (readonly [string, CallLogFilter])[] = [
  ['all', {}],
  ['a period', { startedFrom: at(2026, 9, 20), startedUntil: at(2026, 10, 20) }],
  ['a status', { statuses: ['answered'] }],
  ['several statuses', { statuses: ['answered', 'missed'] }],
  ['a direction', { direction: 'inbound' }],
  ['a number', { number: '2000' }],
  ['the beginning of a number', { number: '+33*' }],
  ['the end of a number', { number: '*0' }],
  ['a part of a name', { search: 'user' }],
  ['a text too short for trigrams', { search: 'u' }],
  ['a tag', { tag: 'common' }],
  ['a kind of destination', { destinationKind: 'user' }],
  ['a talk', { talkSecondsFrom: 1 }],
];

describe('what is common is read in the order of time, and nothing is sorted', () => {
  test.each(COMMON)('by %s', async (_name, filter) => {
    for (const chosen of [filter, { ...filter, tenantUuid: TENANT }]) {
      const { steps } = await plan(chosen);
      expect(steps).not.toContain('Seq Scan');
      expect(steps).not.toContain('Sort');
    }
  });
});

test('a deep page does not look into later months', async () => {
  const { tables } = await plan({ tenantUuid: TENANT }, `${at(2026, 10, 1) - 1}-1`);
  expect(tables).toEqual(['call_log_2026_09']);
});

test('the recordings of a page are looked up in its months only', async () => {
  const sent: string[][] = [];
  const pool = {
    query(sql: string, values: unknown[]) {
      if (sql.includes('from recording')) sent.push([sql, ...(values as string[])]);
      return database.pool.query(sql, values);
    },
  };
  const startedUntil = at(2026, 10, 1);
  await new PostgresCallLogs(pool as unknown as Pool).find({ startedUntil }, { limit: 2_000, after: null });
  const [[sql = '', ...values] = []] = sent;
  expect((await planOf(database.pool, sql, values)).tables).toEqual(['recording_2026_09']);
});
