import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@callstitch/embedded-postgres';
import type { Database } from '@callstitch/persistence';
import { jest } from '@jest/globals';
import { migrateDatabase } from '../migrate-database.js';
import { openCallstitch } from '../open-callstitch.js';
import { plainSettings } from '../testing/plain-settings.js';
import { NO_SOURCES } from './sources-settings.js';

// A first start of PostgreSQL takes its time.
jest.setTimeout(60_000);

const TYPES = ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END'];

let postgres: EmbeddedPostgres;
let database: Database;
let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  const { temporaryPostgres } = await import('@callstitch/embedded-postgres');
  postgres = await temporaryPostgres();
  await migrateDatabase(plainSettings(postgres.url), { withCel: true });
  const { openDatabase } = await import('@callstitch/persistence');
  database = await openDatabase({ url: postgres.url });
  folder = mkdtempSync(join(tmpdir(), 'followed-'));
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.close();
  await postgres.close();
  rmSync(folder, { recursive: true });
});

/** The rows of a call, as the sample configuration of `cel_custom` writes them. */
function rowsOf(call: number): string {
  const at = 1_795_446_000 + call;
  return TYPES.map(
    (type, index) =>
      `"${type}","${at}.${String(index).padStart(6, '0')}","Zoé","1001","","","","1002","office","SIP/a-${call}","","","3","","${at}.1","${at}.1","","","",""\n`,
  ).join('');
}

async function count(sql: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function follower(file: string): ChildProcess {
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  const program = join(import.meta.dirname, '../../dist/testing/follow-program.js');
  const child = spawn(process.execPath, [program, postgres.url, folder, file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.add(child);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  running.delete(child);
}

test('each row is there once, though who follows is killed and files are rotated in the middle of a row', async () => {
  const file = join(folder, 'Master.csv');
  writeFileSync(file, '');
  let calls = 0;
  const write = (more: number): void => {
    for (const last = calls + more; calls < last;) appendFileSync(file, rowsOf(++calls));
  };
  write(300);
  const first = follower(file);
  await until(async () => (await count('cel')) > 0);
  write(300);
  await killed(first);
  const cut = rowsOf(++calls);
  appendFileSync(file, cut.slice(0, 200));
  const second = follower(file);
  write(0);
  renameSync(file, `${file}.1`);
  appendFileSync(`${file}.1`, cut.slice(200));
  writeFileSync(file, '');
  write(300);
  await until(async () => (await count('cel')) > TYPES.length * 601);
  await killed(second);
  write(100);
  const third = follower(file);
  await until(async () => (await count('call_log')) >= calls);
  await killed(third);
  expect(await count('cel')).toBe(TYPES.length * calls);
  expect(await count('(select distinct uniqueid, eventtype from cel) as rows')).toBe(TYPES.length * calls);
  expect(await count('call_log')).toBe(calls);
});

test('sources that cannot be used are said when they are opened', async () => {
  const callstitch = await openCallstitch(plainSettings(postgres.url, { celDatabaseUrl: postgres.url }));
  const { live } = callstitch;
  await expect(live.openSources({ ...NO_SOURCES, follow: ['Master.csv'] })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(live.openSources({ ...NO_SOURCES, amqp: { url: null, exchange: 'e', queue: 'q' } })).rejects.toThrow(
    'sources.amqp wants the URL of the broker in the environment variable CALLSTITCH_AMQP, which is not set.',
  );
  expect(await live.openSources(NO_SOURCES)).toEqual([]);
  await callstitch.close();
});
