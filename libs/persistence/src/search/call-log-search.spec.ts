import { SEARCHED_TENANTS, callLogSearchContract, searchedCalls } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { PostgresCallLogSearch } from './postgres-call-log-search.js';

/** So small that a stream has several. */
const BATCH = 4;

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
  await putCallLogs(database.pool, searchedCalls());
  await database.pool.query('analyze call_log');
});

afterAll(() => database.close());

callLogSearchContract(() => Promise.resolve(new PostgresCallLogSearch(database.pool, BATCH)), { test, expect });

test('an estimate is what PostgreSQL expects', async () => {
  const search = new PostgresCallLogSearch(database.pool);
  const estimate = await search.count({ tenantUuids: [...SEARCHED_TENANTS], blockedToo: true }, 'estimate');
  expect(estimate).toBeGreaterThan(24);
  expect(estimate).toBeLessThan(96);
});

test('where a page ends that never was is refused', async () => {
  const search = new PostgresCallLogSearch(database.pool);
  await expect(search.page({ tenantUuids: [SEARCHED_TENANTS[0]] }, { after: 'there', descending: true, limit: 1 })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
  });
});

test('a stream that is read slowly keeps no month from being dropped', async () => {
  const search = new PostgresCallLogSearch(database.pool, BATCH);
  const client = await database.pool.connect();
  for await (const call of search.stream(
    { tenantUuids: [...SEARCHED_TENANTS] },
    { order: 'source_name', descending: true, offset: 0, limit: 1 },
  )) {
    expect(call).toBeDefined();
    await client.query(`begin; set local lock_timeout = '2s'; lock table call_log in access exclusive mode; rollback`);
  }
  client.release();
});
