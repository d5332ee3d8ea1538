import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, mkdtemp, readdir, realpath, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundFile } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { openSweepFiles } from './open-sweep-files.js';

const SECOND = 1_000_000;
const WRITTEN = 1_700_000_000;
const LATER = ((WRITTEN + 1) * SECOND) as Instant;
const asRoot = process.getuid?.() === 0;

let folder: string;
let ours: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'recordings-')));
  ours = join(folder, 'ours');
  await mkdir(join(ours, 'deep', 'down'), { recursive: true });
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const put = async (...names: readonly string[]): Promise<string> => {
  const path = join(folder, ...names);
  await writeFile(path, 'sound');
  await utimes(path, WRITTEN, WRITTEN);
  return path;
};

const foundIn = async (directory: string, { named = [directory], atOnce = 100 } = {}): Promise<readonly FoundFile[]> => {
  const files: FoundFile[] = [];
  for await (const listed of (await openSweepFiles(named)).list(directory, atOnce)) {
    if (listed.kind === 'files') files.push(...listed.files);
  }
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
};

const pathsIn = async (...args: Parameters<typeof foundIn>): Promise<readonly string[]> => (await foundIn(...args)).map(({ path }) => path);

const fileAt = (path: string): FoundFile => ({ path, bytes: 5, writtenAt: (WRITTEN * SECOND) as Instant });

test('files are found in all folders, with their size and when they were written', async () => {
  const paths = [await put('ours', 'a.wav'), await put('ours', 'deep', 'b.wav'), await put('ours', 'deep', 'down', 'c.wav')];
  expect(await foundIn(ours)).toEqual(paths.map(fileAt));
});

test.each([1, 2, 3])('they come %i at a time, and none is left out', async (atOnce) => {
  const paths = [await put('ours', 'a.wav'), await put('ours', 'b.wav'), await put('ours', 'deep', 'c.wav')];
  expect(await pathsIn(ours, { atOnce })).toEqual(paths);
});

test('what is no regular file is not listed, and no link is followed', async () => {
  await put('theirs.wav');
  await symlink(join(folder, 'theirs.wav'), join(ours, 'link.wav'));
  await mkdir(join(folder, 'theirs'));
  await put('theirs', 'b.wav');
  await symlink(join(folder, 'theirs'), join(ours, 'link'));
  execFileSync('mkfifo', [join(ours, 'pipe.wav')]);
  expect(await pathsIn(ours)).toEqual([]);
});

test('a directory that is named by a link lists real paths', async () => {
  const path = await put('ours', 'a.wav');
  await symlink(ours, join(folder, 'monitor'));
  expect(await pathsIn(join(folder, 'monitor'))).toEqual([path]);
});

test('a directory within another is looked at by itself, and one named twice counts once', async () => {
  const [outer, inner] = [await put('ours', 'a.wav'), await put('ours', 'deep', 'b.wav')];
  const deep = join(ours, 'deep');
  const named = [ours, deep, `${ours}/`, join(ours, 'deep', '..')];
  expect([await pathsIn(ours, { named }), await pathsIn(deep, { named })]).toEqual([[outer], [inner]]);
  expect((await (await openSweepFiles(named)).directories()).map(({ directory }) => directory)).toEqual([deep, ours]);
});

test('a directory is usable, empty although it has folders, missing, or no directory at all', async () => {
  await mkdir(join(folder, 'other'));
  await put('other', 'a.wav');
  await put('file');
  await symlink(join(folder, 'unmounted'), join(folder, 'dangling'));
  const named = ['other', 'ours', 'nowhere', 'file', 'dangling'].map((name) => join(folder, name));
  const states = new Map((await (await openSweepFiles(named)).directories()).map(({ directory, state }) => [directory, state]));
  expect(named.map((directory) => states.get(directory))).toEqual(['usable', 'empty', 'missing', 'unreadable', 'missing']);
});

test('a directory that goes away, or becomes a link to elsewhere, is missing from then on', async () => {
  await put('ours', 'a.wav');
  const files = await openSweepFiles([ours]);
  await rename(ours, join(folder, 'away'));
  expect(await files.directories()).toEqual([{ directory: ours, state: 'missing' }]);
  await symlink(join(folder, 'away'), ours);
  expect(await files.directories()).toEqual([{ directory: ours, state: 'missing' }]);
});

test('a path leads to its real place, through links and dots', async () => {
  const path = await put('ours', 'a.wav');
  await symlink(ours, join(folder, 'monitor'));
  await symlink(path, join(folder, 'alias.wav'));
  const files = await openSweepFiles([ours]);
  const ways = [path, join(folder, 'monitor', 'a.wav'), `${ours}/deep/../a.wav`, join(folder, 'alias.wav')];
  for (const way of ways) expect(await files.locate(way)).toEqual({ kind: 'there', realPaths: [path] });
});

test('a file is missing in the directory where it would lie', async () => {
  await symlink(ours, join(folder, 'monitor'));
  await mkdir(join(folder, 'theirs'));
  await symlink(join(folder, 'theirs'), join(ours, 'link'));
  const deep = join(ours, 'deep');
  const nowhere = join(folder, 'nowhere');
  const files = await openSweepFiles([ours, deep, nowhere]);
  const missing = (directory: string | null) => ({ kind: 'missing', directory });
  expect(await files.locate(join(ours, 'gone', 'b.wav'))).toEqual(missing(ours));
  expect(await files.locate(join(folder, 'monitor', 'b.wav'))).toEqual(missing(ours));
  expect(await files.locate(join(deep, 'b.wav'))).toEqual(missing(deep));
  expect(await files.locate(join(nowhere, 'b.wav'))).toEqual(missing(nowhere));
  for (const outside of [join(folder, 'b.wav'), join(folder, 'ours-too', 'b.wav'), join(ours, 'link', 'b.wav')]) {
    expect(await files.locate(outside)).toEqual(missing(null));
  }
});

test('a relative path, as Asterisk may be given one, leads into each of the directories', async () => {
  const deep = join(ours, 'deep');
  const [one, other, third] = [await put('ours', 'a.wav'), await put('ours', 'deep', 'a.wav'), await put('ours', 'deep', 'b.wav')];
  const files = await openSweepFiles([ours, deep]);
  expect(await files.locate('a.wav')).toEqual({ kind: 'there', realPaths: [other, one] });
  expect(await files.locate('deep/b.wav')).toEqual({ kind: 'there', realPaths: [third] });
  expect(await files.locate('c.wav')).toEqual({ kind: 'missing', directory: null });
});

test('behind a link that leads to nothing, a disk that is away perhaps, nothing is known', async () => {
  await symlink(join(folder, 'disk'), join(ours, 'old'));
  await symlink(join(folder, 'disk', 'a.wav'), join(ours, 'a.wav'));
  const files = await openSweepFiles([ours]);
  const unknown = { kind: 'unknown', directory: ours };
  expect(await files.locate(join(ours, 'old', 'b.wav'))).toEqual(unknown);
  expect(await files.locate(join(ours, 'a.wav'))).toEqual(unknown);
});

test('a file goes, and one that has gone by itself is missing', async () => {
  const path = await put('ours', 'a.wav');
  const files = await openSweepFiles([ours]);
  expect(await files.remove(fileAt(path), LATER)).toEqual({ kind: 'removed' });
  expect(await files.remove(fileAt(path), LATER)).toEqual({ kind: 'missing' });
});

test('a file with a second name loses only the one that is swept', async () => {
  const path = await put('ours', 'a.wav');
  await link(path, join(folder, 'kept.wav'));
  await (await openSweepFiles([ours])).remove(fileAt(path), LATER);
  expect(await readdir(folder)).toContain('kept.wav');
});

test('a file that was written to meanwhile stays', async () => {
  const path = await put('ours', 'a.wav');
  await utimes(path, WRITTEN + 1, WRITTEN + 1);
  expect(await (await openSweepFiles([ours])).remove(fileAt(path), LATER)).toEqual({ kind: 'failed', reason: 'written to just now' });
});

test('what became a link, a folder or lies elsewhere meanwhile stays', async () => {
  const theirs = await put('theirs.wav');
  await symlink(theirs, join(ours, 'a.wav'));
  await mkdir(join(ours, 'b.wav'));
  await mkdir(join(folder, 'theirs'));
  await put('theirs', 'c.wav');
  await symlink(join(folder, 'theirs'), join(ours, 'link'));
  const files = await openSweepFiles([ours]);
  const remove = (...names: readonly string[]) => files.remove(fileAt(join(folder, ...names)), LATER);
  const outside = { kind: 'failed', reason: 'outside of the directories of recordings' };
  expect([await remove('ours', 'a.wav'), await remove('ours', 'b.wav')]).toEqual([{ kind: 'missing' }, { kind: 'missing' }]);
  expect([await remove('ours', 'link', 'c.wav'), await remove('theirs.wav')]).toEqual([outside, outside]);
  expect([await readdir(ours), await readdir(join(folder, 'theirs'))]).toEqual([['a.wav', 'b.wav', 'deep', 'link'], ['c.wav']]);
});

test('a folder that we may not read is said, and the others are listed', async () => {
  const path = await put('ours', 'a.wav');
  await put('ours', 'deep', 'b.wav');
  await chmod(join(ours, 'deep'), 0);
  const files = await openSweepFiles([ours]);
  const unreadable: unknown[] = [];
  const found: string[] = [];
  for await (const listed of files.list(ours, 1)) {
    if (listed.kind === 'unreadable') unreadable.push(listed);
    else found.push(...listed.files.map((file) => file.path));
  }
  const named = await files.locate(join(ours, 'deep', 'b.wav'));
  await chmod(join(ours, 'deep'), 0o755);
  expect(found).toContain(path);
  expect(unreadable).toEqual(asRoot ? [] : [{ kind: 'unreadable', path: join(ours, 'deep'), reason: 'permission denied' }]);
  expect(named.kind).toBe(asRoot ? 'there' : 'unknown');
});

test('a file that we may not remove is reported, without a path', async () => {
  const path = await put('ours', 'a.wav');
  await chmod(ours, 0o555);
  const removal = await (await openSweepFiles([ours])).remove(fileAt(path), LATER);
  await chmod(ours, 0o755);
  expect(removal).toEqual(asRoot ? { kind: 'removed' } : { kind: 'failed', reason: 'permission denied' });
});
