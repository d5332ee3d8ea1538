import { zoneOf } from '@callstitch/application';
import { statisticsContract } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { freshDatabase } from '../testing/fresh-database.js';
import { makeStatistics } from '../testing/statistics-tables.js';
import { PostgresStatisticsBook } from './postgres-statistics-book.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function database(): Promise<Database> {
  const open = await openDatabase({ url: await freshDatabase() });
  opened.push(open);
  return open;
}

statisticsContract(
  async (rows) => {
    const { pool } = await database();
    await makeStatistics(pool, rows);
    return new PostgresStatisticsBook(pool);
  },
  { test, expect },
);

test('where nobody fills tables there is nobody to count', async () => {
  const book = new PostgresStatisticsBook((await database()).pool);
  expect([await book.agents(['x']), await book.queues(['x'], 1)]).toEqual([[], []]);
});

test('PostgreSQL knows every zone that we take', async () => {
  const { pool } = await database();
  await makeStatistics(pool, { agents: [], queues: [], agentSlices: [], queueSlices: [], calls: [] });
  const unknown: string[] = [];
  for (const name of [...Intl.supportedValuesOf('timeZone'), 'UTC', 'America/Montreal', 'Etc/GMT+5', 'EST5EDT']) {
    if (zoneOf(name) === null) unknown.push(name);
    await pool.query('select now() at time zone $1', [name]).catch(() => unknown.push(name));
  }
  expect(unknown).toEqual([]);
});
