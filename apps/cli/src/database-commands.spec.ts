import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { openCallstitch } from '@callstitch/runtime';
import { readSettings } from '@callstitch/runtime/settings';
import { run } from './testing/run.js';
import type { Ended } from './testing/spawn-callstitch.js';
import { spawnCallstitch } from './testing/spawn-callstitch.js';

// A process takes its time on a busy machine.
jest.setTimeout(60_000);

const SCENARIOS = join(import.meta.dirname, '../../../samples/asterisk/scenarios');
const FILES = globSync(join(SCENARIOS, '{05,09}*.csv')).sort();
const DATABASE_URL = process.env['CALLSTITCH_TEST_WHOLE'] ?? '';

const callstitch = (...args: string[]): Promise<Ended> => spawnCallstitch(args, { env: { DATABASE_URL } });
const wazo = (...args: string[]): Promise<Ended> => spawnCallstitch(args, { env: { DATABASE_URL }, program: 'wazo-call-logs' });

/** The same in this process, which is quicker: for looking at what the processes did. */
async function look(...args: string[]): Promise<string> {
  const { code, out, err } = await run(args, { openCallstitch, settings: () => readSettings({ DATABASE_URL }) });
  expect([code, err.text]).toEqual([0, expect.not.stringContaining('This should not have happened')]);
  return out.text;
}

interface Call {
  readonly id: number;
  readonly conversationId: string;
  readonly startedAt: string;
}

async function calls(...filters: string[]): Promise<readonly Call[]> {
  return JSON.parse(await look('list', '--all', '--json', ...filters)) as Call[];
}

/** Call logs without what makes one id differ from another in a fresh database. */
const identities = (all: readonly Call[]): [number, string][] => all.map(({ id, conversationId }) => [id, conversationId]);

let made: readonly Call[];

test('a database without our tables names the command that makes them', async () => {
  const { code, out, err } = await callstitch('generate');
  expect([code, out]).toEqual([5, '']);
  expect(err).toMatch(/^The database of DATABASE_URL lacks our newest tables \(migration-.*\); run callstitch migrate once\.\n$/);
});

test('migrate makes our tables, and the table cel where it is asked for', async () => {
  const first = await callstitch('migrate', '--with-cel');
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(/^(Applied migration-\S+\.\n)+Made the table cel\.\n$/);
  expect(await callstitch('migrate', '--with-cel')).toEqual({
    code: 0,
    out: 'Our tables were up to date.\nThe table cel was there and stays as it is.\n',
    err: '',
  });
  expect(await look('migrate', '--json')).toBe('{"applied":[],"celTableCreated":null,"triggerInstalled":null}\n');
});

test('migrate has the table cel tell of ended calls where its owner asks, once', async () => {
  expect(await callstitch('migrate', '--with-trigger')).toEqual({
    code: 0,
    out: 'Our tables were up to date.\nThe table cel tells of ended calls now.\n',
    err: '',
  });
  expect(await look('migrate', '--with-trigger')).toBe('Our tables were up to date.\nThe table cel told of ended calls already.\n');
});

test('recorded rows are imported once, from files, gzip and standard input', async () => {
  const { code, out } = await callstitch('import', 'cel', '--new-ids', '--json', ...FILES);
  expect(code).toBe(0);
  const { added, rowsRead } = JSON.parse(out) as { added: number; rowsRead: number };
  expect([added, rowsRead > 400]).toEqual([rowsRead, true]);
  expect(JSON.parse(await look('import', 'cel', '--new-ids', '--json', ...FILES))).toMatchObject({ added: 0, known: rowsRead });
  const zipped = gzipSync(readFileSync(FILES[0] ?? ''));
  const again = await spawnCallstitch(['import', 'cel', '--new-ids', '-'], { env: { DATABASE_URL }, input: zipped });
  expect(again.out).toMatch(/^35 rows read, 0 added in \d+\.\d s; 35 rows there already\n$/);
});

test('a dry run shows all that would be created and leaves everything as it is', async () => {
  const { code, out } = await callstitch('generate', '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^\+ call log of conversation 1795446583\.106: 2026-11-23 15:09:43 BIG CLIENT 4385555010 → 5145550101, answered Carol/m,
  );
  expect(await calls()).toEqual([]);
  expect(await look('status')).toMatch(/^0 call logs\n[1-9]\d* unread rows; callstitch generate reads them\n/);
});

test('two that generate at once make each call log once', async () => {
  const both = await Promise.all([callstitch('generate', '-c', '300', '--json'), callstitch('generate', '-c', '300', '--json')]);
  expect(both.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]); // prettier-ignore
  await look('generate', '-c', '0');
  made = await calls();
  const created = new Set(made.map(({ conversationId }) => conversationId));
  expect([made.length, created.size]).toEqual([16, 16]);
  expect(await look('generate')).toBe('Nothing to do: every row was read before.\n');
});

test('call logs are listed newest first, and by filters', async () => {
  const starts = made.map(({ startedAt }) => startedAt);
  expect(starts).toEqual([...starts].sort().reverse());
  const { code, out, err } = await callstitch('list', '--limit', '5');
  expect([code, out.split('\n').length, err]).toEqual([0, 7, '5 call logs; there are more, see --limit and --all\n']);
  expect(out).toMatch(/^ID {2}TIME \(UTC\)/);
  const voicemail = await calls('--status', 'voicemail', '--status', 'missed');
  expect(voicemail).toMatchObject([{ status: 'voicemail', requested: { number: '5145550143' } }]);
  expect(await calls('--direction', 'internal', '--number', '5010', '--kind', 'conference')).toHaveLength(3);
  expect(await calls('--search', 'pingpong', '--min-talk', '2', '--until', '2026-11-23T15:11')).toHaveLength(1);
  expect(await calls('--number', '438*', '--from', '2026-11-23T10:12', '--timezone', 'America/Toronto')).toHaveLength(5);
  expect(await calls('--tenant', 'ca115717-0000-4000-8000-000000000001')).toHaveLength(16);
  expect(await calls('--tenant', 'acme')).toEqual([]);
  expect((await look('list', '--csv', '--all')).trimEnd().split('\n')).toHaveLength(17);
});

test('one call log is shown with its journey, and explained from its CELs', async () => {
  const { id } = made.find(({ conversationId }) => conversationId === '1795446741.309') as Call;
  const shown = await callstitch('show', String(id));
  expect([shown.code, shown.err]).toEqual([0, '']);
  expect(shown.out).toContain(`Call log ${id}\n\n  Status        answered\n  Direction     inbound\n`);
  expect(shown.out).toMatch(/━+ +15:12:23 {2}talk +0:01 {2}4385555010 – 1002 +hangup$/m);
  expect(JSON.parse(await look('show', '--json', String(id)))).toMatchObject({ id, tenantUuid: expect.any(String) as string });
  const explained = await callstitch('explain', String(id));
  expect([explained.code, explained.err]).toEqual([0, '']);
  expect(explained.out).toMatch(/^transfers +transfer-events +\d+ +kind blind, by 1003, to 1002, at 2026-11-23T15:12:22\.893004Z$/m);
});

test('an id that no call log has is said', async () => {
  const err = 'There is no call log 4711; callstitch list shows those that there are.\n';
  expect(await callstitch('show', '4711')).toEqual({ code: 4, out: '', err });
});

test('deleted call logs come again under the same ids, by either command', async () => {
  expect((await callstitch('delete', '-d', '36500', '--yes')).out).toMatch(/^16 call logs deleted; /);
  expect(await calls()).toEqual([]);
  await look('generate');
  expect(identities(await calls())).toEqual(identities(made));
  expect(await wazo('delete', '-A')).toEqual({ code: 0, out: '', err: '' });
  expect(await calls()).toEqual([]);
  expect((await wazo('-D')).err).toMatch(/^16 call logs created from /);
  expect(identities(await calls())).toEqual(identities(made));
});

test('other options tell other call logs, as the dry run says before', async () => {
  const options = ['generate', '--linkedid', '1795446741.309', '--trunk', 'PJSIP/1003', '--internal', '_9XXX'];
  expect(await look(...options, '--dry-run')).toMatch(
    /^~ call log \d+ of conversation 1795446741\.309\n {4}direction: inbound → internal\n/,
  );
  expect(await calls('--direction', 'inbound', '--search', 'customer')).toHaveLength(2);
  expect(await look(...options)).toMatch(/^0 call logs created, 1 updated from/);
  expect(await calls('--direction', 'inbound', '--search', 'customer')).toHaveLength(1);
  expect(await look(...options)).toMatch(/^0 call logs created, 1 unchanged from/);
});

test('what a purge archives comes back equal in every field, and is not told twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const before = await calls();
  const purged = await callstitch('purge', '--older-than-days', '0', '--force', '--yes', '--archive', folder);
  expect([purged.code, purged.err, await calls()]).toEqual([0, '', []]);
  const imported = await callstitch('import', 'call-logs', '--json', folder);
  expect([imported.code, JSON.parse(imported.out)]).toEqual([0, { read: 16, restored: 16, known: 0, conflicting: 0, broken: 0 }]);
  expect(await calls()).toEqual(before);
  await look('generate', '-c', '0');
  expect(await calls()).toEqual(before);
  rmSync(folder, { recursive: true });
});

test('the last runs are recorded', async () => {
  const { out, err } = await callstitch('status');
  expect(err).toBe('');
  expect(out).toMatch(/^16 call logs\n0 unread rows\n0 conversations still open\n0 conversations could not be told\n\nRUN +STARTED/);
  expect(out).toMatch(/^\d+ .* s {2}delete all call logs +16 call logs deleted$/m);
  expect(out).not.toContain('failed');
});

test('a sweep finds the recording whose file is missing and the file that no recording names, and changes only them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  mkdirSync(join(folder, 'deep'));
  symlinkSync(join(folder, 'deep'), join(folder, 'link'));
  const [gone, orphan, named] = [join(folder, 'gone.wav'), join(folder, 'orphan.wav'), join(folder, 'deep', 'named.wav')];
  const recorded = ['127', '130'].map((scenario) => readFileSync(globSync(join(SCENARIOS, `${scenario}-*.csv`))[0] ?? '', 'utf8'));
  const [first = '', second = ''] = recorded.map((rows) => rows.replaceAll(/\d+\.\d+\.wav/g, 'RECORDED'));
  const csv = first.replaceAll('RECORDED', gone) + second.replaceAll('RECORDED', join(folder, 'link', 'named.wav')).replace(/^.*\n/, '');
  await spawnCallstitch(['import', 'cel', '--new-ids', '-'], { env: { DATABASE_URL }, input: Buffer.from(csv) });
  await look('generate', '-c', '0');
  for (const path of [orphan, named]) {
    writeFileSync(path, 'sound');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
  }
  const seen = await callstitch('recordings', 'sweep', '--recordings', folder, '--json');
  const findings = seen.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
  expect(findings).toMatchObject([
    { kind: 'orphan', path: orphan, fate: 'removable' },
    { kind: 'missing', path: gone, cleared: false },
    { kind: 'summary', recordings: 2, files: 2 },
  ]);
  const swept = await callstitch('recordings', 'sweep', '--recordings', folder, '--yes');
  expect([swept.code, swept.err, existsSync(orphan), existsSync(named)]).toEqual([0, '', false, true]);
  const shown = JSON.parse(await look('show', '--json', String(findings[1]?.['callLogId']))) as { recordings: unknown };
  expect(shown.recordings).toMatchObject([{ path: null, uuid: expect.any(String) as string }]);
  expect(await look('status')).toMatch(
    /sweep the recordings in sweep-\S+ +1 recording without a file, 1 path taken, 1 file without a recording, 1 removed\n/,
  );
  rmSync(folder, { recursive: true });
});
