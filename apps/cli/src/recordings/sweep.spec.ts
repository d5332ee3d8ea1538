import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallLog } from '@callstitch/domain';
import { readSettings } from '@callstitch/runtime/settings';
import type { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { TUESDAY, run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

const NOW = TUESDAY / 1_000_000;
const DAY = 86_400;
const UUID = '4ec04d00-0000-4000-8000-000000000001';

let folder: string;
let callstitch: MemoryCallstitch;

const put = (name: string, { days = 30 } = {}): string => {
  const path = join(folder, name);
  writeFileSync(path, 'sound');
  utimesSync(path, NOW - days * DAY, NOW - days * DAY);
  return path;
};

/** Gives the first call a recording. */
async function record(path: string): Promise<number> {
  const [call] = (await callstitch.book.all()) as readonly [CallLog];
  callstitch.book.replace({ ...call, recordings: [{ uuid: UUID, startedAt: call.startedAt, endedAt: call.endedAt, path }] });
  return call.id as number;
}

const pathOf = async (id: number) => (await callstitch.book.callLog(id))?.recordings[0]?.path;

const sweep = (...args: string[]) => run(['recordings', 'sweep', '--recordings', folder, ...args], { openCallstitch: callstitch.open });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  callstitch = await threeCalls();
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a sweep only reports until it is told --yes', async () => {
  const [gone, orphan] = [join(folder, 'gone.wav'), put('orphan.wav')];
  const id = await record(gone);
  const { code, out, err } = await sweep();
  expect([code, out.lines, err.text]).toEqual([
    0,
    [
      `orphan      ${orphan}  (5 bytes, 30 days old)`,
      `missing     ${gone}  (call log ${id}, recording ${UUID})`,
      '1 recording with a path, 1 file.',
      '1 recording without the file.',
      '1 file that no recording names (5 bytes).',
    ],
    'Nothing was changed; add --yes to change it.\n',
  ]);
  expect([await pathOf(id), existsSync(orphan), callstitch.runs.runs.length]).toEqual([gone, true, 2]);
});

test('with --yes paths are taken, old orphans go, young ones stay, and the status shows it', async () => {
  const [orphan, young, named] = [put('orphan.wav'), put('young.wav', { days: 6 }), put('named.wav')];
  const id = await record(join(folder, 'gone.wav'));
  const { code, out, err } = await sweep('--yes');
  expect([code, err.text]).toEqual([0, '']);
  expect(out.text).toContain(`${young}  (5 bytes, 6 days old): stays, younger than 7 days\n`);
  expect(out.text).toMatch(/1 path taken\.\n3 files that no recording names \(15 bytes\); 2 files removed \(10 bytes\)\.\n$/);
  expect([await pathOf(id), existsSync(orphan), existsSync(named), existsSync(young)]).toEqual([null, false, false, true]);
  const status = await run(['status'], { openCallstitch: callstitch.open });
  expect(status.out.text).toMatch(
    /sweep the recordings in sweep-\S+ +1 recording without a file, 1 path taken, 3 files without a recording, 2 removed\n/,
  );
});

test('a file that is named by a relative path, as Asterisk may be given one, is no orphan', async () => {
  const named = put('a.wav');
  await record('a.wav');
  const { code, out, err } = await sweep('--yes');
  expect([code, out.lines[2], err.text, existsSync(named)]).toEqual([
    0,
    '0 files that no recording names (0 bytes); 0 files removed (0 bytes).',
    '',
    true,
  ]);
});

test('the safety age is what is said', async () => {
  const orphan = put('orphan.wav');
  await sweep('--yes', '--min-age-days', '40');
  expect(existsSync(orphan)).toBe(true);
  await sweep('--yes', '--min-age-days', '29');
  expect(existsSync(orphan)).toBe(false);
});

test('a directory without any file is left alone, and said, until it is forced', async () => {
  const id = await record(join(folder, 'gone.wav'));
  const left = await sweep('--yes');
  expect([left.code, left.err.text, await pathOf(id)]).toEqual([
    1,
    `${folder} holds no file, and 1 recording of it cannot be found: nothing of it is changed unless --force; is its disk mounted?\n`,
    join(folder, 'gone.wav'),
  ]);
  const forced = await sweep('--yes', '--force');
  expect([forced.code, await pathOf(id)]).toEqual([0, null]);
});

test('a directory that is not there is said, and the other one is swept', async () => {
  const orphan = put('orphan.wav');
  const { code, err } = await sweep('--yes', '--recordings', join(folder, 'nowhere'));
  expect([code, existsSync(orphan)]).toEqual([1, false]);
  expect(err.text).toBe(`${join(folder, 'nowhere')} is not there: nothing of it is changed unless --force; is its disk mounted?\n`);
});

test('while CELs of that age are unread no orphan goes', async () => {
  callstitch = await threeCalls({ generated: false });
  const orphan = put('orphan.wav', { days: 300 });
  const args = ['recordings', 'sweep', '--recordings', folder, '--yes'];
  // Ten days later, so that the CELs are of that age.
  const later = () => (TUESDAY + 10 * DAY * 1_000_000) as typeof TUESDAY;
  const kept = await run(args, { openCallstitch: callstitch.open, clock: later });
  expect([kept.code, existsSync(orphan)]).toEqual([1, true]);
  expect(kept.err.text).toBe(
    'Kept 1 file since not all is told of 7 days ago and before: 62 unread CELs, 0 untold conversations. Run callstitch generate, or add --force.\n',
  );
  await run(['generate'], { openCallstitch: callstitch.open });
  await run(args, { openCallstitch: callstitch.open, clock: later });
  expect(existsSync(orphan)).toBe(false);
});

test('a file that may have been moved stays', async () => {
  mkdirSync(join(folder, 'moved'));
  const moved = put('moved/a.wav');
  await record(join(folder, 'a.wav'));
  const { code, out, err } = await sweep('--yes');
  expect([code, existsSync(moved)]).toEqual([1, true]);
  expect(out.text).toContain(': stays, a recording without its file has this name\n');
  expect(err.text).toBe('Kept 1 file with the name of a recording whose file is missing: moved, perhaps. Add --force to remove them.\n');
});

const asRoot = process.getuid?.() === 0;
test('a file that cannot be removed is reported, with the exit code for what is incomplete', async () => {
  const orphan = put('orphan.wav');
  chmodSync(folder, 0o555);
  const { code, out, err } = await sweep('--yes');
  chmodSync(folder, 0o755);
  expect([code, existsSync(orphan)]).toEqual(asRoot ? [0, false] : [1, true]);
  expect(out.text).toContain(asRoot ? ': removed\n' : ': not removed, permission denied\n');
  expect(err.text).toBe(asRoot ? '' : '1 file could not be removed; the next sweep tries again.\n');
});

test('what is found is there as JSON, one object a line, the summary last', async () => {
  const orphan = put('orphan.wav');
  const { code, out, err } = await sweep('--json');
  expect([code, err.text]).toEqual([0, '']);
  expect(out.lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { kind: 'orphan', path: orphan, bytes: 5, ageSeconds: 30 * DAY, fate: 'removable' },
    { kind: 'summary', orphans: 1, missing: 0, suspicious: [] },
  ]);
});

test('the directories of the environment are swept where none is named', async () => {
  put('orphan.wav');
  const settings = () => readSettings({ CALLSTITCH_RECORDINGS: folder });
  const { out } = await run(['recordings', 'sweep'], { openCallstitch: callstitch.open, settings });
  expect(out.text).toContain('orphan.wav');
});

test('progress is shown to who watches, and is gone before a finding is', async () => {
  put('orphan.wav');
  let now = 0;
  const args = ['recordings', 'sweep', '--recordings', folder];
  const { out, err } = await run(args, { openCallstitch: callstitch.open, columns: 80, now: () => (now += 1_000) });
  expect(out.text).toContain('orphan');
  expect(err.text).toMatch(/\r1 path read…\r\u001B\[K/);
});

test.each([
  [['--min-age-days', '0', '--recordings', '/r'], /^.*from 1 to 10000/],
  [['--min-age-days', '10001', '--recordings', '/r'], /^.*from 1 to 10000/],
  [[], /^Name the directories of recordings with --recordings, or in CALLSTITCH_RECORDINGS\.\n$/],
])('%j is refused before a database is opened', async (args, sentence) => {
  const { code, out, err } = await run(['recordings', 'sweep', ...args]);
  expect([code, out.text]).toEqual([2, '']);
  expect(err.text).toMatch(sentence);
});
