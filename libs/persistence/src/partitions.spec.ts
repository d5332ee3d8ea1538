import { instant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { CALL_LOG_COLUMNS } from './call-log-columns.js';
import { callLogRow } from './call-log-mapping.js';
import { copyIn } from './copy/copy-in.js';
import type { Database } from './database.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { ensurePartitions, forgetPartitions } from './partitions.js';
import { freshDatabase } from './testing/fresh-database.js';
import { sampleCall, TENANT } from './testing/sample-call.js';

const at = (text: string) => instant(Date.parse(text) * 1_000);
const NOVEMBER = at('2026-11-23T15:14:11Z');
const ABSURD = [instant(0), at('2254-12-31T23:59:59Z')];

let url: string;
let database: Database;

beforeEach(async () => {
  url = await freshDatabase();
  await migrate(url);
  database = await openDatabase({ url });
});

afterEach(async () => {
  await database.close();
});

async function partitions(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'select relname as name from pg_class where relispartition and relkind = $1 order by 1',
    ['r'],
  );
  return rows.map(({ name }) => name);
}

/** How often some work takes a connection of the pool. */
async function connections(pool: Pool, work: () => Promise<void>): Promise<number> {
  let count = 0;
  const taken = () => {
    count++;
  };
  pool.on('acquire', taken);
  await work();
  pool.off('acquire', taken);
  return count;
}

async function write(startedAt: typeof NOVEMBER): Promise<void> {
  const client = await database.pool.connect();
  try {
    const row = callLogRow(sampleCall({ startedAt }), { source: 'here', defaultTenantUuid: TENANT });
    await copyIn(client, { table: 'call_log', columns: CALL_LOG_COLUMNS }, [row]);
  } finally {
    client.release();
  }
}

test('the months of some starts are made for call logs and recordings', async () => {
  await ensurePartitions(database.pool, [NOVEMBER, at('2026-12-01T00:00:00Z'), NOVEMBER]);
  expect(await partitions(database.pool)).toEqual(['call_log_2026_11', 'call_log_2026_12', 'recording_2026_11', 'recording_2026_12']);
});

test('a month has the indexes and checks of its table', async () => {
  await ensurePartitions(database.pool, [NOVEMBER]);
  const { rows } = await database.pool.query<object>(
    `select (select count(*) from pg_index where indrelid = 'call_log_2026_11'::regclass) = (select count(*) from pg_index where indrelid = 'call_log'::regclass) as indexed,
            (select count(*)::int from pg_constraint where conrelid = 'call_log_2026_11'::regclass and contype = 'c') as checks`,
  );
  expect(rows).toEqual([{ indexed: true, checks: 4 }]);
});

test('a row goes to its month, at both of its ends', async () => {
  for (const start of [at('2026-11-01T00:00:00Z'), instant(at('2026-12-01T00:00:00Z') - 1)]) {
    await ensurePartitions(database.pool, [start]);
    await write(start);
  }
  const { rows } = await database.pool.query('select distinct tableoid::regclass::text as month from call_log');
  expect(rows).toEqual([{ month: 'call_log_2026_11' }]);
});

test('absurd dates get a month of their own and are in no other month’s way', async () => {
  await ensurePartitions(database.pool, ABSURD);
  for (const start of ABSURD) await write(start);
  await ensurePartitions(database.pool, [NOVEMBER, at('1970-02-01T00:00:00Z')]);
  await write(NOVEMBER);
  expect((await partitions(database.pool)).filter((name) => name.startsWith('call_log'))).toEqual([
    'call_log_1970_01',
    'call_log_1970_02',
    'call_log_2026_11',
    'call_log_2254_12',
  ]);
});

test('what was seen is not asked for again, what others made costs one question', async () => {
  const ensure = (...starts: (typeof NOVEMBER)[]) => connections(database.pool, () => ensurePartitions(database.pool, starts));
  await ensure(NOVEMBER);
  expect(await ensure(NOVEMBER)).toBe(0);
  const other = await openDatabase({ url });
  await ensurePartitions(other.pool, ABSURD);
  await other.close();
  expect(await ensure(NOVEMBER, ...ABSURD)).toBe(1);
  expect(await ensure(...ABSURD)).toBe(0);
});

test('a month that was dropped is made again once it is forgotten', async () => {
  await ensurePartitions(database.pool, [NOVEMBER]);
  await database.pool.query('drop table call_log_2026_11');
  forgetPartitions(database.pool);
  await ensurePartitions(database.pool, [NOVEMBER]);
  await write(NOVEMBER);
});

test('several processes may make the same months at once', async () => {
  const others = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ url })));
  const starts = Array.from({ length: 12 }, (_, month) => instant(Date.UTC(2026, month, 5) * 1_000));
  await Promise.all(others.map(({ pool }, index) => ensurePartitions(pool, index % 2 === 0 ? starts : [...starts].reverse())));
  await Promise.all(others.map(({ close }) => close()));
  expect(await partitions(database.pool)).toHaveLength(24);
});

test('writers and readers are not blocked by a new month, nor is it by them', async () => {
  await ensurePartitions(database.pool, [NOVEMBER]);
  const writer = await database.pool.connect();
  await writer.query('begin');
  const row = callLogRow(sampleCall({ startedAt: NOVEMBER }), { source: 'here', defaultTenantUuid: TENANT });
  await copyIn(writer, { table: 'call_log', columns: CALL_LOG_COLUMNS }, [row]);
  await writer.query('select count(*) from call_log');

  await ensurePartitions(database.pool, ABSURD);

  await copyIn(writer, { table: 'call_log', columns: CALL_LOG_COLUMNS }, [
    callLogRow(sampleCall({ startedAt: ABSURD[0]! }), { source: 'here', defaultTenantUuid: TENANT }),
  ]);
  await writer.query('commit');
  writer.release();
  expect(await partitions(database.pool)).toHaveLength(6);
});

test('who comes while a month is made waits for it, and takes no connection of its own', async () => {
  const taken = await connections(database.pool, async () => {
    await Promise.all([ensurePartitions(database.pool, [NOVEMBER]), ensurePartitions(database.pool, [NOVEMBER])]);
  });
  // One looks, one makes.
  expect(taken).toBe(2);
  expect(await partitions(database.pool)).toEqual(['call_log_2026_11', 'recording_2026_11']);
});
