import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { spawnCallstitch } from './testing/spawn-callstitch.js';

const BIN = join(import.meta.dirname, '../bin/callstitch.mjs');
const CALLS = join(import.meta.dirname, 'test-data/three-calls.csv');

// A process takes its time on a busy machine.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'callstitch-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const callstitch = (args: readonly string[], input: string | Buffer = '') => spawnCallstitch(args, { input });

interface Call {
  readonly conversationId: string;
  readonly status: string;
}

test('the calls are printed as a table, and what is said about them elsewhere', async () => {
  const { code, out, err } = await callstitch(['correlate', CALLS]);
  expect(code).toBe(0);
  expect(out.split('\n')).toHaveLength(5);
  expect(out).toContain('Émilie Côté 1005');
  expect(err).toMatch(/^3 calls \(2 answered, 1 busy\) from 62 rows in \d+\.\d s\n$/);
});

test('JSON is all there is on standard output', async () => {
  const { code, out } = await callstitch(['correlate', '--json', CALLS]);
  const calls = JSON.parse(out) as Call[];
  expect(code).toBe(0);
  expect(calls.map(({ status }) => status).sort()).toEqual(['answered', 'answered', 'busy']);
});

test('a file, a gzipped file and standard input give the same', async () => {
  const text = readFileSync(CALLS);
  const { out } = await callstitch(['correlate', '--json', CALLS]);
  expect((await callstitch(['correlate', '--json', file('calls.csv.gz', gzipSync(text))])).out).toBe(out);
  expect((await callstitch(['correlate', '--json', '-'], text)).out).toBe(out);
  expect((await callstitch(['correlate', '--json', '-'], gzipSync(text))).out).toBe(out);
});

test('a header without rows is an empty answer', async () => {
  const empty = file('header.csv', 'eventtype,eventtime,channame,uniqueid,linkedid\n');
  expect(await callstitch(['correlate', '--json', empty])).toMatchObject({ code: 0, out: '[]\n' });
  expect(await callstitch(['correlate', empty])).toMatchObject({ code: 0, out: '' });
});

test('broken rows are listed, the rest is told, and the exit code says so', async () => {
  const { code, out, err } = await callstitch(['correlate', '--json', file('broken.csv', `${readFileSync(CALLS, 'utf8')}999,ANSWER\n`)]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toHaveLength(3);
  expect(err).toContain('broken.csv, row 64: has 2 fields, the header has 22\n');
  expect(err).toContain('; 1 row broken\n');
});

test('an explanation is printed', async () => {
  const { code, out } = await callstitch(['correlate', '--explain', '1795446504.40', CALLS]);
  expect(code).toBe(0);
  expect(out).toMatch(/^1 +15:08:24\.\d{6} {2}\+0\.000 {2}CHAN_START/m);
});

test('a directory gives names and tenants; one with mistakes is refused', async () => {
  const office = file('office.yml', 'users: [{ name: Émilie Boss, numbers: 1005, tenant: acme }]\n');
  const { code, out } = await callstitch(['correlate', '--json', '--directory', office, CALLS]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ tenantUuid: 'acme' }));
  const wrong = await callstitch(['correlate', '--directory', file('wrong.yml', 'users: [{ nam: A, numbers: 1 }]'), CALLS]);
  expect(wrong).toMatchObject({ code: 3, out: '' });
  expect(wrong.err).toContain('line 1: "nam" is not known here');
});

test.each([
  ['missing.csv', null, 'does not exist; check the path.'],
  ['empty.csv', '', 'is empty; export the CELs again.'],
  ['page.csv', '<html></html>', 'is HTML or XML, not CSV'],
  ['binary.csv', Buffer.from([1, 0, 2]), 'is a binary file, not CSV'],
  ['columns.csv', 'eventtype,uniqueid\n', 'lacks the columns eventtime, linkedid, channame'],
  ['cut.csv.gz', gzipSync('a'.repeat(1000)).subarray(0, 20), 'is a gzip file that is cut off'],
])('%s is refused in one sentence', async (name, content, sentence) => {
  const path = content === null ? join(folder, name) : file(name, content);
  const { code, out, err } = await callstitch(['correlate', '--json', path]);
  expect([code, out]).toEqual([3, '']);
  expect(err).toContain(`${path} ${sentence}`);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('wrong arguments end with 2', async () => {
  expect(await callstitch(['correlate', '--dialect', 'none', CALLS])).toMatchObject({ code: 2, out: '' });
  expect(await callstitch(['correlate'])).toMatchObject({ code: 2, out: '' });
});

test('help tells the exit codes and gives examples', async () => {
  for (const args of [['--help'], ['correlate', '--help']]) {
    const { code, out, err } = await callstitch(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Exit codes:\n +0 /);
    expect(out).toMatch(/(Examples|Without a database):\n  callstitch correlate calls.csv/);
  }
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string };
  expect(await callstitch(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('a reader that has seen enough ends the command quietly', async () => {
  const [header = '', ...rows] = readFileSync(CALLS, 'utf8').trimEnd().split('\n');
  const copies = Array.from({ length: 300 }, (_, copy) => rows.map((row) => row.replaceAll(/\b17954\d+\.\d+/g, `$&-${copy}`)).join('\n'));
  const many = file('many.csv', [header, ...copies, ''].join('\n'));
  const child = spawn(process.execPath, [BIN, 'correlate', '--json', many], { env: { PATH: process.env['PATH'] } });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([0, '']);
});
