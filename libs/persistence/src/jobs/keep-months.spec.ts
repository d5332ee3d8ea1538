import { instant } from '@callstitch/domain';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { ensurePartitions } from '../partitions.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { putCallLogs } from '../testing/put-call-logs.js';
import { sampleCall } from '../testing/sample-call.js';
import { analyzeTables } from './analyze-tables.js';
import { keepMonths } from './keep-months.js';

const at = (text: string) => instant(Date.parse(text) * 1_000);
const NOW = at('2026-11-24T04:25:00Z');

let database: Database;
beforeEach(async () => {
  database = await openDatabase({ url: await migratedDatabase() });
});
afterEach(() => database.close());

const months = async () => {
  const sql = `select relname from pg_class where relname ~ '^(call_log|recording)_[0-9]{4}_[0-9]{2}$' order by 1`;
  return (await database.pool.query<{ relname: string }>(sql)).rows.map(({ relname }) => relname);
};
const both = (...suffixes: string[]) => ['call_log', 'recording'].flatMap((table) => suffixes.map((suffix) => `${table}_${suffix}`));

test('the months ahead are made once', async () => {
  const made = both('2026_11', '2026_12', '2027_01');
  expect(await keepMonths(database.pool, { now: NOW, monthsAhead: 2 })).toEqual({ made, dropped: [] });
  expect(await keepMonths(database.pool, { now: NOW, monthsAhead: 2 })).toEqual({ made: [], dropped: [] });
  expect(await months()).toEqual(made);
});

test('old months that hold nothing are dropped; those with calls, and the last one, stay', async () => {
  const { pool } = database;
  await ensurePartitions(pool, [at('2026-02-01T00:00:00Z'), at('2026-10-31T23:59:59Z')]);
  const call = sampleCall({ startedAt: at('2026-03-05T00:00:00Z') });
  await putCallLogs(pool, [{ ...call, id: 1 }]);
  const { dropped } = await keepMonths(pool, { now: NOW, monthsAhead: 0 });
  expect(dropped).toEqual(both('2026_02'));
  expect(await months()).toEqual(both('2026_03', '2026_10', '2026_11'));
  // A call of that month is written all the same.
  await putCallLogs(pool, [{ ...call, id: 2, startedAt: at('2026-02-05T00:00:00Z'), conversationId: 'b' as typeof call.conversationId }]);
  expect(await months()).toEqual(both('2026_02', '2026_03', '2026_10', '2026_11'));
});

test('while a purge goes on nothing is dropped', async () => {
  const { pool } = database;
  await ensurePartitions(pool, [at('2026-02-01T00:00:00Z')]);
  const purge = await pool.connect();
  await purge.query('select pg_advisory_lock(4210, 0)');
  const during = await keepMonths(pool, { now: NOW, monthsAhead: 0 });
  purge.release(true);
  expect(during.dropped).toEqual([]);
  expect((await keepMonths(pool, { now: NOW, monthsAhead: 0 })).dropped).toEqual(both('2026_02'));
});

test('our tables are counted anew, the partitioned ones as a whole', async () => {
  await ensurePartitions(database.pool, [NOW]);
  await database.pool.query(`insert into call_log_change (tenant_uuid, call_log_id, version, kind, conversation_id, conversation_source)
    select gen_random_uuid(), n, 1, 'created', n, 'here' from generate_series(1, 70) as n`);
  expect(await analyzeTables(database.pool)).toBeGreaterThan(5);
  const { rows } = await database.pool.query(
    `select relname, reltuples from pg_class where relname in ('call_log', 'call_log_change') order by 1`,
  );
  expect(rows).toEqual([
    { relname: 'call_log', reltuples: 0 },
    { relname: 'call_log_change', reltuples: 70 },
  ]);
});
