import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { THREE_CALLS } from '../testing/three-calls.js';

async function importing(callstitch: MemoryCallstitch, args: readonly string[], stdin = '') {
  return run(['import', 'cel', ...args], { openCallstitch: callstitch.open, stdin: Readable.from([stdin]) });
}

test('the rows of a file are added once, however often it is imported', async () => {
  const callstitch = new MemoryCallstitch();
  const { code, out, err } = await importing(callstitch, [THREE_CALLS]);
  expect([code, out.text, err.text]).toEqual([0, '62 rows read, 62 added in 0.0 s\n', '']);
  const again = await importing(callstitch, ['-'], readFileSync(THREE_CALLS, 'utf8'));
  expect([again.code, again.out.text]).toEqual([0, '62 rows read, 0 added in 0.0 s; 62 rows there already\n']);
  expect(await callstitch.store.bounds()).toEqual({ from: 1, until: 63 });
});

test('rows whose ids belong to others are counted and said, and --new-ids adds them', async () => {
  const callstitch = new MemoryCallstitch();
  await importing(callstitch, [THREE_CALLS]);
  const others = readFileSync(THREE_CALLS, 'utf8').replaceAll('17954', '18954');
  const { code, out } = await importing(callstitch, ['-'], others);
  expect([code, out.text]).toEqual([
    1,
    '62 rows read, 0 added in 0.0 s; 62 rows not added, because other rows have their ids: try --new-ids\n',
  ]);
  expect((await importing(callstitch, ['--new-ids', '-'], others)).out.text).toBe('62 rows read, 62 added in 0.0 s\n');
  expect((await importing(callstitch, ['--new-ids', '-'], others)).out.text).toMatch(/; 62 rows there already\n$/);
  expect(await callstitch.store.bounds()).toEqual({ from: 1, until: 125 });
});

test('broken rows are listed and counted, and the exit code says so', async () => {
  const broken = `${readFileSync(THREE_CALLS, 'utf8')}99,ANSWER\n`.concat('100,ANSWER\n'.repeat(11));
  const { code, out, err } = await importing(new MemoryCallstitch(), ['-'], broken);
  expect([code, out.text]).toEqual([1, '62 rows read, 62 added in 0.0 s; 12 rows broken\n']);
  expect(err.lines).toHaveLength(11);
  expect(err.lines[0]).toBe('standard input, row 64: has 2 fields, the header has 22');
  expect(err.lines.at(-1)).toBe('and 2 more broken rows');
});

test('the counts are there as JSON', async () => {
  const { out } = await importing(new MemoryCallstitch(), ['--json', THREE_CALLS]);
  expect(JSON.parse(out.text)).toEqual({ rowsRead: 62, added: 62, known: 0, conflicting: 0, broken: 0 });
});

test('a zone that is none is said before a database is opened', async () => {
  const { code, err } = await run(['import', 'cel', '--timezone', 'Mars', THREE_CALLS]);
  expect([code, err.text]).toEqual([2, '"Mars" is not a time zone; use an IANA name such as Europe/Paris.\n']);
});

test.each([
  [['import'], /^Usage: callstitch import/],
  [['import', 'cdr', 'x.csv'], /^Unknown command 'cdr'.*; see callstitch import --help\.\n$/],
  [['import', 'cel'], /^Missing required argument 'file'; name a CSV file, or - for standard input; see callstitch import cel --help\.\n$/],
])('wrong arguments %j are said', async (args, sentence) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err.text).toMatch(sentence);
});
