import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { openCallstitch } from '@callstitch/runtime';
import { readSettings } from '@callstitch/runtime/settings';
import { run } from './testing/run.js';
import { spawnCallstitch } from './testing/spawn-callstitch.js';
import { THREE_CALLS } from './testing/three-calls.js';

// A process takes its time on a busy machine, and a first start of PostgreSQL longer.
jest.setTimeout(60_000);

const DATABASE_URL = process.env['CALLSTITCH_TEST_BARE'] ?? '';
const NOBODY = 'postgresql://someone:secret@127.0.0.1:1/calls';

/** Runs a command and expects one sentence on the one screen, and nothing on the other. */
async function sentence(env: Readonly<Record<string, string>>, ...args: string[]): Promise<[number | null, string]> {
  const { code, out, err } = await spawnCallstitch(args, { env });
  expect([out, err.trimEnd().split('\n')]).toEqual(['', [expect.any(String)]]);
  expect(err).not.toMatch(/secret| {4}at /);
  return [code, err.trimEnd()];
}

test('a database that is not there is said without its password', async () => {
  const unreachable = 'The database 127.0.0.1:1/calls cannot be used: nothing listens there; start it, or correct';
  expect(await sentence({ DATABASE_URL: NOBODY }, 'list')).toEqual([5, `${unreachable} DATABASE_URL.`]);
  for (const DATABASE_URL of ['zzz', 'mysql://someone:secret@db/calls']) {
    expect(await sentence({ DATABASE_URL }, 'status')).toEqual([
      2,
      expect.stringMatching(/^DATABASE_URL is not the URL of a PostgreSQL; write it like postgresql:/),
    ]);
  }
});

test('a data directory that cannot be used is said', async () => {
  const [code, said] = await sentence({ CALLSTITCH_DATA: THREE_CALLS }, 'list');
  expect(code).toBe(5);
  expect(said).toContain(`${THREE_CALLS} is a file, or lies below one.`);
});

test('a database without CELs says where they are looked for, and how to make a table for them', async () => {
  expect((await spawnCallstitch(['migrate'], { env: { DATABASE_URL } })).code).toBe(0);
  expect((await spawnCallstitch(['list'], { env: { DATABASE_URL } })).code).toBe(0);
  const settings = () => readSettings({ DATABASE_URL });
  for (const args of [['generate'], ['status'], ['delete', '-A', '--yes'], ['explain', '1']]) {
    const { code, err } = await run(args, { openCallstitch, settings });
    expect([code, err.text]).toEqual([
      5,
      'The database has no table cel; name the database where Asterisk writes its CELs in CEL_DATABASE_URL.\n',
    ]);
  }
  expect(await sentence({ DATABASE_URL }, 'import', 'cel', THREE_CALLS)).toEqual([
    5,
    'The database has no table cel to import into; callstitch migrate --with-cel makes it.',
  ]);
});

test('CELs of another database are read and never written to', async () => {
  expect(await sentence({ DATABASE_URL, CEL_DATABASE_URL: NOBODY }, 'status')).toEqual([
    5,
    'The database 127.0.0.1:1/calls cannot be used: nothing listens there; start it, or correct CEL_DATABASE_URL.',
  ]);
  const CEL_DATABASE_URL = process.env['CALLSTITCH_TEST_WHOLE'] ?? '';
  const [code, said] = await sentence({ DATABASE_URL, CEL_DATABASE_URL }, 'import', 'cel', THREE_CALLS);
  expect(code).toBe(2);
  expect(said).toContain('CELs are read from CEL_DATABASE_URL, where Asterisk writes them, and nothing else is written there;');
});

test('in a fresh folder everything is made by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callstitch-fresh-'));
  const callstitch = (...args: string[]) => spawnCallstitch(args, { cwd: folder });
  try {
    const imported = await callstitch('import', 'cel', THREE_CALLS);
    expect([imported.code, imported.err]).toEqual([0, '']);
    expect((await callstitch('generate')).out).toMatch(/^3 call logs created from /);
    expect((await callstitch('list')).out).toMatch(/^ *3 {2}2026-11-23 15:12:21 {2}← in/m);
    expect((await callstitch('show', '3')).out).toContain('Tenant        ca115717-0000-4000-8000-000000000001');
    const elsewhere = { env: { CALLSTITCH_DATA: join(folder, 'data'), CALLSTITCH_TENANT: 'acme' } };
    expect((await spawnCallstitch(['list', '--json'], elsewhere)).out).toContain('"id":3,');
  } finally {
    // The server ends soon after the last command.
    const running = join(folder, 'data/cluster/postmaster.pid');
    for (let tries = 0; tries < 100 && existsSync(running); tries++) await pause(100);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
