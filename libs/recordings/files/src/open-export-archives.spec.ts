import { chmod, mkdir, mkdtemp, open, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ArchiveEntry } from '@callstitch/application';
import { textOf } from '@callstitch/application/testing';
import { instant } from '@callstitch/domain';
import { openPromise } from 'yauzl';
import { openExportArchives } from './open-export-archives.js';
import { asNobody } from './testing/as-nobody.js';
import { ZipDraft } from './zip-draft.js';

const UUID = 'ec500000-0000-4000-8000-000000000001';
const OTHER = 'ec500000-0000-4000-8000-000000000002';

let folder: string;
let directory: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'exports-')));
  directory = join(folder, 'exports');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** What lies in an archive, by name. Rejects when it is not whole. */
async function unzip(path: string): Promise<ReadonlyMap<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true });
  const content = new Map<string, string>();
  for await (const one of zip.eachEntry()) content.set(one.fileName, await text(await zip.openReadStreamPromise(one)));
  return content;
}

async function* bytesOf(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const one of texts) yield await Promise.resolve(Buffer.from(one));
}

const entry = (name: string, ...texts: readonly string[]): ArchiveEntry => ({
  name,
  modifiedAt: instant(1_767_600_000_000_000),
  bytes: bytesOf(...texts),
});

test('an archive is seen when it is kept, whole, compressed and by us alone', async () => {
  const draft = await openExportArchives(directory).begin(UUID);
  await draft.add(entry('12/a.wav', 'so', 'und'));
  await draft.add(entry('12/b.wav', 'x'.repeat(500_000)));
  await draft.add(entry('13/c.wav'));
  expect((await readdir(directory)).filter((name) => !name.startsWith('.'))).toEqual([]);
  const path = await draft.keep();
  await draft.discard();
  expect([path, await readdir(directory)]).toEqual([join(directory, `${UUID}.zip`), [`${UUID}.zip`]]);
  expect([...(await unzip(path))]).toEqual([
    ['12/a.wav', 'sound'],
    ['12/b.wav', 'x'.repeat(500_000)],
    ['13/c.wav', ''],
  ]);
  const { size, mode } = await stat(path);
  expect([size < 5_000, mode & 0o777]).toEqual([true, 0o600]);
});

test('many entries are added one after the other', async () => {
  const draft = await openExportArchives(directory).begin(UUID);
  for (let number = 0; number < 300; number++) await draft.add(entry(`1/${number}.wav`, `sound ${number}`));
  const content = await unzip(await draft.keep());
  expect([content.size, content.get('1/299.wav')]).toEqual([300, 'sound 299']);
});

test('a draft that is discarded leaves nothing behind, also in the middle', async () => {
  const draft = await openExportArchives(directory).begin(UUID);
  await draft.add(entry('1/a.wav', 'x'.repeat(200_000)));
  await draft.discard();
  await draft.discard();
  expect(await readdir(directory)).toEqual([]);
});

test('who begins anew clears away what a killed worker left of the same export, and of no other', async () => {
  const archives = openExportArchives(directory);
  await archives.begin(UUID).then((killed) => killed.add(entry('1/a.wav', 'half')));
  const other = await archives.begin(OTHER);
  expect(await readdir(directory)).toHaveLength(2);
  const draft = await archives.begin(UUID);
  await draft.add(entry('1/a.wav', 'whole'));
  expect([...(await unzip(await draft.keep())).values()]).toEqual(['whole']);
  expect(await readdir(directory)).toHaveLength(2);
  await other.discard();
});

test('a kept archive takes the place of one that was kept before', async () => {
  const archives = openExportArchives(directory);
  for (const sound of ['first', 'second']) {
    const draft = await archives.begin(UUID);
    await draft.add(entry('1/a.wav', sound));
    await draft.keep();
  }
  expect([...(await unzip(join(directory, `${UUID}.zip`))).values()]).toEqual(['second']);
});

test('an archive is opened, and removed with what a killed worker left', async () => {
  const archives = openExportArchives(directory);
  expect(await archives.remove(UUID)).toEqual({ kind: 'missing' });
  await mkdir(directory);
  expect(await archives.remove(UUID)).toEqual({ kind: 'missing' });
  const path = join(directory, `${UUID}.zip`);
  await writeFile(path, 'zip');
  await writeFile(join(directory, `.${UUID}.zip.left`), 'half');
  const opening = await archives.open(path);
  if (opening.kind !== 'open') throw new Error(opening.kind);
  expect(await textOf(opening.file.stream(0, 3))).toBe('zip');
  await opening.file.close();
  expect(await archives.remove(UUID)).toEqual({ kind: 'removed' });
  expect([await readdir(directory), await archives.open(path)]).toEqual([[], { kind: 'missing' }]);
});

test('nothing outside of the directory is opened or removed', async () => {
  const archives = openExportArchives(directory);
  await mkdir(directory);
  await writeFile(join(folder, 'theirs.zip'), 'zip');
  expect(await archives.open(`${directory}/../theirs.zip`)).toMatchObject({ kind: 'failed' });
  expect(await archives.remove('../theirs')).toMatchObject({ kind: 'failed' });
  expect(await readFile(join(folder, 'theirs.zip'), 'utf8')).toBe('zip');
});

test('a disk that is full is said in a sentence without paths, and the draft does not hang', async () => {
  const draft = new ZipDraft(await open('/dev/full', 'w'), { draft: join(folder, 'draft'), final: join(folder, 'final') });
  const adding = draft.add(entry('1/a.wav', ...Array.from({ length: 40 }, (_, piece) => noise(piece))));
  await expect(adding).rejects.toMatchObject({
    code: 'EXPORT_UNWRITABLE',
    message: 'The archive of the export cannot be written (the disk is full).',
  });
  await expect(draft.keep()).rejects.toMatchObject({ code: 'EXPORT_UNWRITABLE' });
  await draft.discard();
});

test('a directory that cannot be written to is said to be so', async () => {
  await mkdir(directory);
  await chmod(folder, 0o755);
  await chmod(directory, 0o555);
  await asNobody(() =>
    expect(openExportArchives(directory).begin(UUID)).rejects.toMatchObject({
      code: 'EXPORT_UNWRITABLE',
      message: 'The archive of the export cannot be written (permission denied).',
    }),
  );
  await chmod(directory, 0o755);
});

/** What cannot be compressed. */
function noise(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 20_000 }, () => String.fromCharCode(32 + ((state = (state * 48_271) % 2_147_483_647) % 90))).join('');
}
