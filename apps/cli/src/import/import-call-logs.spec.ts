import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { run } from '../testing/run.js';
import { threeCalls } from '../testing/three-calls.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'archive-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Three calls that a purge has put into an archive. */
async function purged() {
  const callstitch = await threeCalls();
  const before = await callstitch.book.all();
  const args = ['--older-than-days', '0', '--force', '--yes', '--archive', folder];
  const { code } = await run(['purge', ...args], { openCallstitch: callstitch.open });
  expect([code, await callstitch.book.all()]).toEqual([0, []]);
  const importing = (...more: readonly string[]) => run(['import', 'call-logs', ...more], { openCallstitch: callstitch.open });
  const file = join(folder, 'purge-1', 'call-logs-2026-11.jsonl.gz');
  return { callstitch, before, importing, file };
}

test('what a purge archived comes back as it was, once, and no generation tells it again', async () => {
  const { callstitch, before, importing } = await purged();
  const dry = await importing('--dry-run', folder);
  expect([dry.code, dry.out.text, await callstitch.book.all()]).toEqual([0, '3 call logs read, 3 would come back in 0.0 s\n', []]);
  const { code, out, err } = await importing(folder);
  expect([code, out.text, err.text]).toEqual([0, '3 call logs read, 3 restored in 0.0 s\n', '']);
  const tenantUuid = 'ca115717-0000-4000-8000-000000000001';
  expect(await callstitch.book.all()).toEqual(before.map((call) => ({ ...call, tenantUuid: call.tenantUuid ?? tenantUuid })));
  expect((await importing(folder)).out.text).toBe('3 call logs read, 0 restored in 0.0 s; 3 call logs there already\n');
  await run(['generate', '-c', '0'], { openCallstitch: callstitch.open });
  expect((await callstitch.book.changes()).filter(({ kind }) => kind === 'created')).toHaveLength(6);
});

test('broken lines are listed with their numbers, and the exit code says so', async () => {
  const { callstitch, importing, file } = await purged();
  const bare = join(folder, 'bare.jsonl');
  writeFileSync(bare, `{}\n${gunzipSync(readFileSync(file)).toString()}nonsense\n`);
  const { code, out, err } = await importing('--json', bare);
  expect([code, JSON.parse(out.text)]).toEqual([1, { read: 3, restored: 3, known: 0, conflicting: 0, broken: 2 }]);
  expect(err.lines).toEqual([`${bare}, row 1: formatVersion is not a whole number`, `${bare}, row 5: is no JSON`]);
  expect(await callstitch.book.all()).toHaveLength(3);
});

test('call logs that others stand in the place of are shown, and stay away', async () => {
  const { importing, file } = await purged();
  const bare = join(folder, 'bare.jsonl');
  writeFileSync(bare, gunzipSync(readFileSync(file)).toString().replaceAll('"1795', '"9795'));
  const { code, out, err } = await importing(bare);
  expect([code, out.text]).toEqual([1, expect.stringContaining('3 call logs not restored, because others stand in their place') as string]);
  expect(err.lines[0]).toMatch(/^call log \d+: call log \d+ is of conversation 1795/);
});

test('a damaged archive is refused in one sentence, unless it is to be read without its manifest', async () => {
  const { callstitch, importing, file } = await purged();
  appendFileSync(file, 'x');
  const { code, err } = await importing(folder);
  expect([code, err.text]).toEqual([
    3,
    `${file} is not as it was archived; nothing was imported. --no-manifest reads what is left of it.\n`,
  ]);
  expect(await callstitch.book.all()).toEqual([]);
  expect((await importing('--no-manifest', folder)).code).toBe(1);
  expect(await callstitch.book.all()).toHaveLength(3);
});

test('an archive that cannot be written keeps a purge from deleting anything, in one sentence', async () => {
  const callstitch = await threeCalls();
  writeFileSync(join(folder, 'file'), '');
  const args = ['--older-than-days', '0', '--force', '--yes', '--archive', join(folder, 'file')];
  const { code, err } = await run(['purge', ...args], { openCallstitch: callstitch.open });
  expect([code, await callstitch.book.all()]).toEqual([3, expect.arrayContaining([expect.anything()]) as unknown]);
  expect(err.lines).toEqual([
    expect.stringMatching(/^The archive .*file cannot be written \(.*\); no call log that is not in it was deleted\.$/),
  ]);
});
