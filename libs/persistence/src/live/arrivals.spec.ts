import { HeardArrivals, aCall } from '@callstitch/application/testing';
import type { Pool } from 'pg';
import { copyIn } from '../copy/copy-in.js';
import { createCelTable } from '../create-cel-table.js';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { CEL_COPY_COLUMNS, celRow } from '../postgres-cel-table.js';
import { freshDatabase } from '../testing/fresh-database.js';
import { putCels } from '../testing/generation-subject.js';
import { REMOVE_CEL_TRIGGER, installCelTrigger, isOurCelTable } from './cel-trigger.js';
import { notifyArrivals } from './notify-arrivals.js';
import { lookout, pollArrivals } from './poll-arrivals.js';

let url: string;
let database: Database;
let pool: Pool;

beforeEach(async () => {
  url = await freshDatabase();
  await createCelTable(url);
  database = await openDatabase({ url });
  pool = database.pool;
});

afterEach(() => database.close());

const rows = (name: string, firstId: number) => aCall(name, { firstId });

describe('notifications', () => {
  test('the trigger tells of ends, and of no rows of a running call', async () => {
    expect(await installCelTrigger(url)).toEqual({ installed: true });
    expect(await installCelTrigger(url)).toEqual({ installed: false });
    const ear = new HeardArrivals(notifyArrivals({ url }));
    expect(await ear.nextArrival()).toBeNull();
    await putCels(pool, rows('a', 1).slice(0, 2));
    await putCels(pool, rows('a', 1).slice(2));
    // Until the first end of a linkedid it is not known that such come.
    expect(await ear.nextArrival()).toEqual(['a']);
    expect(await ear.nextArrival()).toEqual(['a']);
    await putCels(pool, rows('b "x"', 5));
    expect(await ear.nextArrival()).toEqual(['b "x"']);
    await putCels(pool, rows('c', 9));
    expect(await ear.nextArrival()).toEqual(['c']);
    await ear.end();
  });

  test('a connection that the server ends is opened again, and something unknown is said to have come', async () => {
    await installCelTrigger(url);
    const ear = new HeardArrivals(notifyArrivals({ url }));
    expect(await ear.nextArrival()).toBeNull();
    await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'");
    expect(await ear.nextArrival()).toBeNull();
    expect(ear.troubles.length).toBe(1);
    await putCels(pool, rows('a', 1));
    expect(await ear.nextArrival()).toEqual(['a']);
    await ear.end();
  });

  test('what the trigger cannot tell harms no insert', async () => {
    await installCelTrigger(url);
    const ear = new HeardArrivals(notifyArrivals({ url }));
    expect(await ear.nextArrival()).toBeNull();
    await putCels(pool, rows('x'.repeat(9_000), 1));
    expect(await ear.nextArrival()).toBeNull();
    // Somebody takes away what it speaks of.
    await pool.query('alter table cel rename column linkedid to linked');
    await pool.query("insert into cel (id, eventtype, eventtime) values (100, 'CHAN_END', now())");
    const { rows: left } = await pool.query<{ count: number }>('select count(*)::int as count from cel');
    expect(left[0]?.count).toBe(5);
    await ear.end();
  });

  test('the trigger goes as it came', async () => {
    await installCelTrigger(url);
    await pool.query(REMOVE_CEL_TRIGGER);
    expect(await installCelTrigger(url)).toEqual({ installed: true });
  });

  test('a table that we made is known as ours, another one is not', async () => {
    expect(await isOurCelTable(url)).toBe(true);
    await pool.query('drop table cel; create table cel (id bigint)');
    expect(await isOurCelTable(url)).toBe(false);
    await pool.query('drop table cel');
    expect(await isOurCelTable(url)).toBe(false);
  });
});

describe('looking', () => {
  test('new rows that end something are told, once', async () => {
    await putCels(pool, rows('before', 1));
    // The first look only learns where it is; what is there already is the start's.
    const look = lookout(pool);
    expect(await look()).toEqual([]);
    await putCels(pool, rows('a', 5).slice(0, 2));
    expect(await look()).toEqual([]);
    await putCels(pool, rows('a', 5).slice(2));
    expect(await look()).toEqual(['a']);
    expect(await look()).toEqual([]);
  });

  test('a row with a lower id that is committed late is told, whatever it is', async () => {
    const look = lookout(pool);
    await look();
    const slow = await pool.connect();
    await slow.query('begin');
    const [start, answer, ...ends] = rows('a', 1);
    await copyIn(slow, { table: 'cel', columns: CEL_COPY_COLUMNS }, [celRow(answer as never)]);
    await putCels(pool, [start as never, ...ends]);
    expect(await look()).toEqual(['a']);
    expect(await look()).toEqual([]);
    await slow.query('commit');
    slow.release();
    expect(await look()).toEqual(['a']);
    expect(await look()).toEqual([]);
  });

  test('a table that was emptied, or filled with very many rows, is looked at as a whole', async () => {
    const look = lookout(pool);
    await putCels(pool, rows('a', 1));
    await look();
    await putCels(pool, rows('b', 100_001));
    expect(await look()).toBeNull();
    await pool.query('truncate cel');
    expect(await look()).toBeNull();
  });

  test('a database that is away is said once, and looked at again', async () => {
    const ear = new HeardArrivals(pollArrivals({ pool, seconds: 0.01 }));
    // It has looked once when it tells of something.
    for (let id = 1; ear.waiting === 0; id += 4) await putCels(pool, rows(`a-${id}`, id));
    await pool.query('alter table cel rename to away');
    while (ear.troubles.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await pool.query('alter table away rename to cel');
    await putCels(pool, rows('b', 10_001));
    while (!((await ear.nextArrival())?.includes('b') ?? false));
    expect(ear.troubles).toEqual(['relation "cel" does not exist']);
    await ear.end();
  });
});
