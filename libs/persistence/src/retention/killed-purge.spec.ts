import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generateCallLogs } from '@callstitch/application';
import { TWO_MONTHS, fileOf, generateOptions, twoMonthsDialect } from '@callstitch/application/testing';
import type { Pool } from 'pg';
import { bookFaults } from '../testing/book-faults.js';
import { purgeInFolder } from '../testing/purge-in-folder.js';
import { purgeSubject } from '../testing/purge-subject.js';
import { EVERY, statements } from '../testing/statements.js';

const CALLERS = ['a', 'b', 'c', 'd'];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purge-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Four calls with their files: of the first month one is held, the second month may go as a whole. */
async function subjectWithFiles() {
  const subject = await purgeSubject(TWO_MONTHS);
  await generate(subject);
  for (const name of CALLERS) await writeFile(join(folder, basename(fileOf(name))), name);
  return subject;
}

function generate({ store, book }: Awaited<ReturnType<typeof purgeSubject>>) {
  return generateCallLogs({ kind: 'newest', count: Infinity }, generateOptions(store, book, { dialect: twoMonthsDialect }));
}

/** Runs a purge as a process of its own; it kills itself before it sends a statement. Null when it came to its end. */
function killedBefore(url: string, statement: number): Promise<NodeJS.Signals | null> {
  const program = join(import.meta.dirname, '../../dist/testing/purge-program.js');
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const child = spawn(process.execPath, [program, url, folder, String(statement)], { env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
}

/** All that a purge leaves, in the tables and in the folder. */
async function left(pool: Pool): Promise<unknown> {
  const one = async (sql: string): Promise<unknown> => (await pool.query<{ value: unknown }>(`select (${sql}) as value`)).rows[0]?.value;
  return {
    callLogs: await one(`select array_agg(conversation_id order by conversation_id) from call_log`),
    recordings: await one(`select array_agg(path order by path) from recording`),
    purged: await one(`select array_agg(conversation_id order by conversation_id) from conversation where state = 'purged'`),
    feed: await one(`select count(*)::int from call_log_change where kind = 'purged'`),
    taken: await one(`select count(*)::int from pg_inherits where inhparent = 'purged_call_log'::regclass`),
    months:
      await one(`select array_agg(inhrelid::regclass::text order by inhrelid::regclass::text) from pg_inherits where inhparent in ('call_log'::regclass, 'recording'::regclass)
                         and inhrelid::regclass::text not like '%_idx'`),
    cels: await one(`select array_agg(distinct linkedid) from cel`),
    files: (await readdir(folder)).sort(),
  };
}

const PURGED = {
  callLogs: ['b'],
  recordings: [fileOf('b')],
  purged: ['a', 'c', 'd'],
  feed: 3,
  taken: 0,
  months: ['call_log_2026_01', 'recording_2026_01'],
  cels: ['b'],
  files: ['b.wav'],
};

test('a purge killed before any of its statements is finished by the next: no orphan, nothing twice, the held call untouched', async () => {
  let killed = 0;
  for (const statement of statements()) {
    const subject = await subjectWithFiles();
    const signal = await killedBefore(subject.url, statement);
    // Nobody brings back what a killed purge has taken out of sight.
    await generate(subject);
    if (signal !== null) await purgeInFolder(subject.pool, folder);
    expect([statement, await left(subject.pool)]).toEqual([statement, PURGED]);
    expect([statement, await bookFaults(subject.pool)]).toEqual([statement, []]);
    await subject.close();
    if (signal === null) break;
    killed++;
  }
  expect(killed * EVERY).toBeGreaterThan(37);
}, 300_000);

test('two purges in processes of their own share the work', async () => {
  const subject = await subjectWithFiles();
  expect(await Promise.all([killedBefore(subject.url, 0), killedBefore(subject.url, 0), purgeInFolder(subject.pool, folder)])).toEqual([
    null,
    null,
    expect.objectContaining({ failed: 0 }),
  ]);
  expect(await left(subject.pool)).toEqual(PURGED);
  await subject.close();
}, 60_000);

test('a month goes as a whole when it is all expired, and the next call of that month gets a new one', async () => {
  const subject = await subjectWithFiles();
  const { months } = await purgeInFolder(subject.pool, folder);
  expect(months).toBe(1);
  // As if it had never been known: another call of that month.
  await subject.pool.query("delete from conversation_linkedid where linkedid = 'c'; delete from conversation where conversation_id = 'c'");
  await subject.book.forgetRead('default');
  await subject.store.put(TWO_MONTHS.filter(({ linkedid }) => linkedid === 'c'));
  expect((await generate(subject)).created).toBe(1);
  await subject.close();
});
