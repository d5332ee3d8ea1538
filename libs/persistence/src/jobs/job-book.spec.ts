import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { jobBookContract, momentOf } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresJobBook } from './postgres-job-book.js';

const opened: Database[] = [];
const nodes: ChildProcessWithoutNullStreams[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) node.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

async function subject() {
  const url = await migratedDatabase();
  const database = await openDatabase({ url });
  opened.push(database);
  const expire = async (job: string): Promise<void> => {
    await database.pool.query("update job_lease set until = clock_timestamp() - interval '1 second' where job = $1", [job]);
  };
  return { book: new PostgresJobBook(database.pool), pool: database.pool, url, expire };
}

describe('on PostgreSQL', () => {
  jobBookContract(subject, { test, expect });
});

/** A node as a process of its own, which ticks when it is told to and says what came of it. */
function startNode(url: string, name: string, ...more: string[]) {
  const program = join(import.meta.dirname, '../../dist/testing/job-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, url, name, ...more], { env });
  nodes.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async (): Promise<string> => {
    const { value } = (await lines.next()) as { readonly value: string };
    return value;
  };
  return { child, said, tick: (at: number) => void child.stdin.write(`${at}\n`) };
}

const ticks = Array.from({ length: 10 }, (_, index) => momentOf(60 * index));

test('two nodes in processes of their own run each of ten ticks once, whoever comes first and however late the other is', async () => {
  const { url, pool } = await subject();
  await pool.query('create table polished (node text)');
  const [one, other] = [startNode(url, 'one'), startNode(url, 'other')];
  for (const [index, tick] of ticks.entries()) {
    const [first, second] = index % 2 === 0 ? [one, other] : [other, one];
    first.tick(tick);
    // Every third time the second is so late that the first is done.
    const late = index % 3 === 0 ? await first.said() : null;
    second.tick(tick);
    const ends = [late ?? (await first.said()), await second.said()].map((line) => line.split(' ')[1]);
    expect([tick, ends.filter((end) => end === 'succeeded')]).toEqual([tick, ['succeeded']]);
    if (late !== null) expect([tick, ends]).toEqual([tick, ['succeeded', 'done']]);
  }
  const { rows } = await pool.query('select tick, attempt, state from job_run order by id');
  expect(rows).toEqual(ticks.map((tick) => ({ tick, attempt: 0, state: 'succeeded' })));
  expect((await pool.query('select from polished')).rowCount).toBe(10);
}, 60_000);

test('a node that is killed in the middle of a run leaves it to the next tick, once its lease has expired', async () => {
  const { url, book, pool, expire } = await subject();
  await pool.query('create table polished (node text)');
  const [dying, other] = [startNode(url, 'dying', 'hangs'), startNode(url, 'other')];
  dying.tick(ticks[0] as number);
  expect(await dying.said()).toBe('hangs');
  dying.child.kill('SIGKILL');
  await once(dying.child, 'exit');
  other.tick(ticks[1] as number);
  expect(await other.said()).toBe(`${ticks[1]} taken`);
  await expire('polish');
  expect((await book.records(['polish'], 9)).get('polish')?.runs).toMatchObject([{ state: 'lost', holder: `dying ${ticks[0]}` }]);
  other.tick(ticks[1] as number);
  expect(await other.said()).toBe(`${ticks[1]} succeeded`);
  expect((await book.records(['polish'], 9)).get('polish')?.runs.map(({ state }) => state)).toEqual(['succeeded', 'lost']);
}, 60_000);

test('a lease of a minute is not given away before', async () => {
  const { book, pool } = await subject();
  await book.take('polish', 'a', 60);
  const { rows } = await pool.query<{ left: number }>('select extract(epoch from until - clock_timestamp())::float as left from job_lease');
  expect(Math.round(rows[0]?.left ?? 0)).toBe(60);
});
