import { chmod, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordingFiles } from './open-recording-files.js';

let folder: string;
let ours: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'recordings-')));
  ours = join(folder, 'ours');
  await mkdir(ours);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const put = async (...names: readonly string[]): Promise<string> => {
  const path = join(folder, ...names);
  await writeFile(path, 'sound');
  return path;
};

test('a file of ours is removed, and one that is not there is missing', async () => {
  const path = await put('ours', 'a.wav');
  const files = await openRecordingFiles([ours]);
  expect(await files.remove(path)).toEqual({ kind: 'removed' });
  expect(await files.remove(path)).toEqual({ kind: 'missing' });
});

test.each([
  ['beside', (root: string) => join(root, 'theirs.wav')],
  ['through dots', (root: string) => `${root}/ours/../theirs.wav`],
  ['through a link to a directory', (root: string) => join(root, 'ours', 'link', 'theirs.wav')],
  ['under a name that begins alike', (root: string) => join(root, 'ours-too', 'a.wav')],
])('what lies outside is refused and stays: %s', async (_how, pathIn) => {
  await put('theirs.wav');
  await mkdir(join(folder, 'ours-too'));
  await put('ours-too', 'a.wav');
  await symlink(folder, join(ours, 'link'));
  const files = await openRecordingFiles([ours]);
  expect(await files.remove(pathIn(folder))).toEqual({ kind: 'failed', reason: 'outside of the directories of recordings' });
  expect((await readdir(folder)).sort()).toEqual(['ours', 'ours-too', 'theirs.wav']);
});

test("a relative path is nobody's, and without a directory nothing is touched", async () => {
  const path = await put('ours', 'a.wav');
  expect(await (await openRecordingFiles([ours])).remove('a.wav')).toMatchObject({ kind: 'failed' });
  expect(await (await openRecordingFiles([])).remove(path)).toEqual({ kind: 'failed', reason: 'no directory of recordings was named' });
});

test('a link goes, and what it leads to stays', async () => {
  const theirs = await put('theirs.wav');
  await symlink(theirs, join(ours, 'a.wav'));
  expect(await (await openRecordingFiles([ours])).remove(join(ours, 'a.wav'))).toEqual({ kind: 'removed' });
  expect(await readdir(folder)).toContain('theirs.wav');
});

test('a directory in the place of a file is reported', async () => {
  await mkdir(join(ours, 'a.wav'));
  const removal = await (await openRecordingFiles([ours])).remove(join(ours, 'a.wav'));
  expect(removal).toMatchObject({ kind: 'failed' });
});

const asRoot = process.getuid?.() === 0;
test('a file that we may not remove is reported, without a path', async () => {
  const path = await put('ours', 'a.wav');
  await chmod(ours, 0o555);
  const removal = await (await openRecordingFiles([ours])).remove(path);
  await chmod(ours, 0o755);
  expect(removal).toEqual(asRoot ? { kind: 'removed' } : { kind: 'failed', reason: 'permission denied' });
});

test('a file is seen or missing where we may look, and unknown elsewhere', async () => {
  const [own, other] = [await put('ours', 'a.wav'), await put('theirs.wav')];
  const files = await openRecordingFiles([ours]);
  const paths = [own, join(ours, 'b.wav'), join(ours, 'gone', 'b.wav'), other, join(folder, 'b.wav'), 'a.wav'];
  expect(await Promise.all(paths.map((path) => files.look(path)))).toEqual([
    'there',
    'missing',
    'missing',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('a directory that is none is said before anything is done', async () => {
  await expect(openRecordingFiles([join(folder, 'nowhere')])).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
});
