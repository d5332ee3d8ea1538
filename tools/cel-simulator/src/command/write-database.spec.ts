import { randomUUID } from 'node:crypto';
import type { Cel, Instant } from '@callstitch/domain';
import type { Database } from '@callstitch/persistence';
import { openDatabase } from '@callstitch/persistence';
import { callStream } from '../stream/call-stream.js';
import { copyCels } from './copy-cels.js';
import { insertCels } from './insert-cels.js';
import { openCelTable } from './open-cel-table.js';
import { runSimulate } from './run-simulate.js';

const OPTIONS = {
  rows: 2_000,
  dialect: 'asterisk',
  seed: 1,
  callsPerSecond: 10,
  talkSeconds: 2,
  start: 1_800_000_000_000_000 as Instant,
} as const;

const NEVER = new AbortController().signal;

let url: string;
let database: Database;

beforeEach(async () => {
  const server = process.env['CALLSTITCH_TEST_DATABASE_URL'] ?? '';
  const name = `simulator_${randomUUID().replaceAll('-', '')}`;
  const all = await openDatabase({ url: server });
  await all.pool.query(`create database ${name}`);
  await all.close();
  const own = new URL(server);
  own.pathname = `/${name}`;
  url = own.href;
  database = await openCelTable({ url, createTable: true });
});

afterEach(() => database.close());

async function written(): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ row: unknown[] }>(
    'select array[eventtype, uniqueid, linkedid, channame, cid_name, extra] as row from cel order by id',
  );
  return rows.map(({ row }) => row);
}

const expected = (cels: readonly Cel[]): unknown[] =>
  cels.map(({ eventType, uniqueid, linkedid, channelName, cidName, extra }) => [
    eventType,
    uniqueid,
    linkedid,
    channelName,
    cidName,
    extra,
  ]);

test('COPY writes all rows in their order, behind what is there', async () => {
  const cels = [...callStream(OPTIONS)];
  await copyCels(database, cels);
  await copyCels(database, cels.slice(0, 100));
  expect(await written()).toEqual(expected([...cels, ...cels.slice(0, 100)]));
  const { rows } = await database.pool.query<{ at: number }>('select eventtime as at from cel order by id limit 50');
  expect(rows.map(({ at }) => at)).toEqual(cels.slice(0, 50).map(({ eventTime }) => eventTime));
});

test('in real time each row gets its id in order, and commits on one of several connections', async () => {
  const cels = [...callStream({ ...OPTIONS, rows: 300 })];
  // The clock is behind the last row, so nothing waits.
  await insertCels(database, cels, { connections: 4, now: () => 1_900_000_000_000, seed: 1, stop: NEVER });
  expect(await written()).toEqual(expected(cels));
  const { rows } = await database.pool.query<{ count: number }>('select count(distinct xmin::text)::int as count from cel');
  expect(rows[0]?.count).toBe(cels.length);
});

test('no row is written before it happens', async () => {
  const cels = [...callStream({ ...OPTIONS, rows: 20, callsPerSecond: 100, talkSeconds: 0.1 })].slice(0, 8);
  const [first, last] = [cels[0]!.eventTime, cels.at(-1)!.eventTime];
  const begin = Date.now();
  await insertCels(database, cels, { connections: 2, now: () => first / 1_000 + Date.now() - begin, seed: 1, stop: NEVER });
  expect(Date.now() - begin).toBeGreaterThanOrEqual(Math.floor((last - first) / 1_000));
});

test('one that is interrupted says how many rows it has written, and they are there', async () => {
  const interrupted = new AbortController();
  let err = '';
  const stderr = { isTerminal: false, write: (said: string) => (err += said) };
  setTimeout(() => interrupted.abort(), 700);
  const args = ['--database', url, '--rate', '50', '--talk-seconds', '0.5'];
  const world = { stdout: () => process.stdout, stderr, now: Date.now, untilInterrupted: () => interrupted.signal };
  expect(await runSimulate(args, world)).toBe(130);
  const [, rows] = /^(\d+) rows of \d+ conversations in .*, stopped\.\n$/.exec(err) ?? [];
  expect(Number(rows)).toBeGreaterThan(0);
  expect(await written()).toHaveLength(Number(rows));
});

test('a database without the table, or with another one, is refused in one sentence', async () => {
  await database.pool.query('alter table cel drop column extra');
  const [cels] = [[...callStream({ ...OPTIONS, rows: 10 })]];
  await expect(copyCels(database, cels)).rejects.toThrow(/^The table cel does not take the rows: column "extra" .* does not exist\.$/);
  await expect(insertCels(database, cels, { connections: 2, now: () => 1_900_000_000_000, seed: 1, stop: NEVER })).rejects.toThrow(
    /^The table cel does not take/,
  );
  await database.pool.query('drop table cel');
  await expect(openCelTable({ url, createTable: false })).rejects.toThrow('There is no table cel in the database');
});
