import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenFile } from '@callstitch/application';
import { recordingFilesContract, textOf } from '@callstitch/application/testing';
import { openFile } from './open-file.js';
import { openRecordingFiles } from './open-recording-files.js';
import { asNobody } from './testing/as-nobody.js';

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

const put = async (content: string, ...names: readonly string[]): Promise<string> => {
  const path = join(folder, ...names);
  await writeFile(path, content);
  return path;
};

/** Opens what is expected to be a file. */
async function opened(path: string): Promise<OpenFile> {
  const opening = await (await openRecordingFiles([ours])).open(path);
  if (opening.kind !== 'open') throw new Error(JSON.stringify(opening));
  return opening.file;
}

describe('on a disk', () => {
  recordingFilesContract(
    async () => ({
      files: await openRecordingFiles([ours]),
      path: await put('sound of a call', 'ours', 'a.wav'),
      content: 'sound of a call',
      missing: join(ours, 'b.wav'),
    }),
    { test, expect },
  );
});

test('a file says when it was changed, to the microsecond', async () => {
  const path = await put('sound', 'ours', 'a.wav');
  await utimes(path, 1_767_600_000.25, 1_767_600_000.25);
  const file = await opened(path);
  expect(file.modifiedAt).toBe(1_767_600_000_250_000);
  await file.close();
});

test('a long file comes in pieces, and all of it', async () => {
  const content = 'x'.repeat(65_536) + 'the end';
  const file = await opened(await put(content, 'ours', 'long.wav'));
  expect(await textOf(file.stream(65_530, file.size))).toBe('xxxxxxthe end');
  await file.close();
});

test.each([
  ['beside', 'theirs.wav'],
  ['through dots', 'ours/../theirs.wav'],
  ['through a link to a directory', 'ours/up/theirs.wav'],
  ['through a link to a file', 'ours/link.wav'],
  ['under a name that begins alike', 'ours-too/a.wav'],
  ['what is not there is not told from what is', 'nothing.wav'],
])('what lies outside is not opened: %s', async (_how, path) => {
  const theirs = await put('secret', 'theirs.wav');
  await mkdir(join(folder, 'ours-too'));
  await put('secret', 'ours-too', 'a.wav');
  await symlink(folder, join(ours, 'up'));
  await symlink(theirs, join(ours, 'link.wav'));
  const files = await openRecordingFiles([ours]);
  // Not joined: that would take the dots away before anybody sees them.
  expect(await files.open(`${folder}/${path}`)).toEqual({ kind: 'failed', reason: 'outside of the directories of recordings' });
});

test('a link within our directories is opened', async () => {
  await symlink(await put('sound', 'ours', 'a.wav'), join(ours, 'link.wav'));
  const file = await opened(join(ours, 'link.wav'));
  expect(await textOf(file.stream(0, file.size))).toBe('sound');
  await file.close();
});

test('a place that became a link since it was looked at is not followed', async () => {
  const theirs = await put('secret', 'theirs.wav');
  await symlink(theirs, join(ours, 'a.wav'));
  await expect(openFile(join(ours, 'a.wav'))).rejects.toMatchObject({ code: 'ELOOP' });
  await mkdir(join(ours, 'day'));
  await put('sound', 'ours', 'day', 'b.wav');
  await rename(join(ours, 'day'), join(folder, 'elsewhere'));
  await symlink(join(folder, 'elsewhere'), join(ours, 'day'));
  expect(await openFile(join(ours, 'day', 'b.wav'))).toBeNull();
});

test('a directory and a pipe are no files, and nobody waits for the pipe', async () => {
  await mkdir(join(ours, 'folder.wav'));
  execFileSync('mkfifo', [join(ours, 'pipe.wav')]);
  const files = await openRecordingFiles([ours]);
  for (const name of ['folder.wav', 'pipe.wav'])
    expect(await files.open(join(ours, name))).toEqual({ kind: 'failed', reason: 'is no file' });
});

test('a relative path, or one without a directory of ours, is not opened', async () => {
  const path = await put('sound', 'ours', 'a.wav');
  expect(await (await openRecordingFiles([ours])).open('a.wav')).toMatchObject({ kind: 'failed' });
  expect(await (await openRecordingFiles([])).open(path)).toEqual({ kind: 'failed', reason: 'no directory of recordings was named' });
});

test('a file that gets shorter while it is read does not look complete', async () => {
  const path = await put('sound', 'ours', 'a.wav');
  const file = await opened(path);
  await truncate(path, 2);
  await expect(textOf(file.stream(0, file.size))).rejects.toThrow('shorter than it was');
  await file.close();
});

test('a file that we may not read or not remove is said to be so, without its path, and stays', async () => {
  const path = await put('sound', 'ours', 'a.wav');
  await chmod(path, 0o000);
  await chmod(folder, 0o755);
  await chmod(ours, 0o555);
  const files = await openRecordingFiles([ours]);
  const denied = { kind: 'failed', reason: 'permission denied' };
  expect(await asNobody(async () => [await files.open(path), await files.remove(path), await files.look(path)])).toEqual([
    denied,
    denied,
    'there',
  ]);
  await chmod(ours, 0o755);
  expect(await readdir(ours)).toEqual(['a.wav']);
});
