import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { CSV_HEADER } from './csv-line.js';
import { runSimulate } from './run-simulate.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'simulate-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const untilInterrupted = (): AbortSignal => new AbortController().signal;

async function run(...args: string[]): Promise<{ exitCode: number; out: string; err: string }> {
  const stdout = new PassThrough({ highWaterMark: 64 * 1024 * 1024 });
  let err = '';
  const stderr = { isTerminal: false, write: (said: string) => (err += said) };
  const exitCode = await runSimulate(args, { stdout: () => stdout, stderr, now: () => 1_800_000_000_000, untilInterrupted });
  stdout.end();
  return { exitCode, out: await text(stdout), err };
}

const rowsOf = (csv: string): number => csv.trimEnd().split('\n').length - 1;

test('a file, a compressed file and standard output get the same bytes', async () => {
  const [plain, packed] = [join(folder, 'cels.csv'), join(folder, 'cels.csv.gz')];
  const size = ['--rows', '3000', '--to'];
  expect((await run(...size, plain)).exitCode).toBe(0);
  expect((await run(...size, packed)).exitCode).toBe(0);
  const { exitCode, out, err } = await run(...size, '-');
  expect(exitCode).toBe(0);
  expect(out.startsWith(CSV_HEADER)).toBe(true);
  expect(rowsOf(out)).toBeGreaterThanOrEqual(3_000);
  expect(readFileSync(plain, 'utf8')).toBe(out);
  expect(gunzipSync(readFileSync(packed)).toString()).toBe(out);
  expect(err).toMatch(/^3,0\d\d rows of \d+ conversations in .*, done\.\n$/);
});

test('truths are one JSON object a line, joined by linkedid', async () => {
  const truth = join(folder, 'calls.jsonl');
  const { out } = await run('--rows', '500', '--to', '-', '--truth', truth);
  const calls = readFileSync(truth, 'utf8').trimEnd().split('\n');
  expect(calls.length).toBeGreaterThan(10);
  for (const call of calls) expect(out).toContain((JSON.parse(call) as { linkedid: string }).linkedid);
});

test('help names every kind of call and ends well', async () => {
  const { exitCode, out } = await run('--help');
  expect(exitCode).toBe(0);
  expect(out).toContain('semi-attended-transfer');
});

test('all that is wrong with the arguments is said at once', async () => {
  const { exitCode, err } = await run('--rows', 'x', '--dialect', 'foo', '--kinds', 'lost,parked,found', '--talk-seconds', '0');
  expect(exitCode).toBe(2);
  expect(err.split('\n')).toEqual([
    'Say where the rows go, by --to FILE or by --database URL, but not both.',
    '--rows is a number from 1 to 1000000000000, not "x".',
    '--dialect is asterisk or wazo, not "foo".',
    '--talk-seconds is a number from 0.1 to 3600, not "0".',
    'There is no kind of call "lost"; --help lists them.',
    'There is no kind of call "found"; --help lists them; see --help.',
    '',
  ]);
});

test.each([
  [[], 2, 'Say where the rows go, by --to FILE or by --database URL, but not both; see --help.'],
  [['--to', '-', '--database', 'x'], 2, 'Say where the rows go, by --to FILE or by --database URL, but not both; see --help.'],
  [['--to', '-', '--rows', 'many'], 2, '--rows is a number from 1 to 1000000000000, not "many"; see --help.'],
  [['--to', '-', '--rows', '-5'], 2, "Option '--rows' argument is ambiguous; see --help."],
  [['--to', '-', '--seed', '1.5'], 2, '--seed is a whole number, not "1.5"; see --help.'],
  [['--to', '-', '--dialect', 'freepbx'], 2, '--dialect is asterisk or wazo, not "freepbx"; see --help.'],
  [['--to', '-', '--start', 'now'], 2, '--start is a time such as 2026-11-23T08:00:00Z, not "now"; see --help.'],
  [['--to', '-', '--kinds', 'parked,lost'], 2, 'There is no kind of call "lost"; --help lists them; see --help.'],
  [['--to', '-', '--rate', '5'], 2, '--rate writes into a database: add --database URL; see --help.'],
  [['--to', '-', '--speed', '5'], 2, "Unknown option '--speed'; see --help."],
  [['--database', 'x', '--rate', '5', '--start', '2026-01-01T00:00:00Z'], 2, /^--rate says how many calls there are/],
  [['--database', 'nonsense'], 1, '--database is not a URL such as postgresql://user@host:5432/database; correct it.'],
  [
    ['--database', 'postgresql://127.0.0.1:1/x'],
    1,
    'The database 127.0.0.1:1/x cannot be used: nothing listens there; start it, or correct --database.',
  ],
  [['--to', '/nowhere/cels.csv'], 1, /^The rows cannot be written: ENOENT: .*\.$/],
])('%j is refused in one sentence', async (args, code, sentence) => {
  const { exitCode, err } = await run(...args);
  expect(exitCode).toBe(code);
  expect(err).toMatch(/^[^\n]+\n$/);
  if (typeof sentence === 'string') expect(err.trimEnd()).toBe(sentence);
  else expect(err.trimEnd()).toMatch(sentence);
});
