import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDirectoryFile } from './open-directory-file.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-'));
  path = join(folder, 'office.yml');
});
afterEach(() => rmSync(folder, { recursive: true }));

const office = (name: string): string => `users: [{ name: ${name}, numbers: 1001 }]`;

/** Writes the file as it would look had that been done at a given second. */
function write(content: string | Buffer, second: number): void {
  writeFileSync(path, content);
  utimesSync(path, second, second);
}

test('a changed file is read again, and the same object answers from it', async () => {
  write(office('Alice'), 1000);
  const source = await openDirectoryFile(path);
  const { directory, version } = source;
  write(office('Bobby'), 1001);
  expect(directory.byNumber('1001')?.name).toBe('Alice');
  await source.refresh();
  expect(directory.byNumber('1001')?.name).toBe('Bobby');
  expect(source.version).not.toBe(version);
});

test('a file that another one took the place of is read again', async () => {
  write(office('Alice'), 1000);
  const source = await openDirectoryFile(path);
  renameSync(path, join(folder, 'before.yml'));
  write(office('Bobby'), 1000);
  await source.refresh();
  expect(source.directory.byNumber('1001')?.name).toBe('Bobby');
});

test('two changes of one moment and one size are both seen', async () => {
  const moment = Date.now() / 1_000;
  write(office('Alice'), moment);
  const source = await openDirectoryFile(path);
  write(office('Bobby'), moment);
  await source.refresh();
  expect(source.directory.byNumber('1001')?.name).toBe('Bobby');
});

test('the same content under a new time is the same version', async () => {
  write(office('Alice'), 1000);
  const source = await openDirectoryFile(path);
  const { version } = source;
  write(office('Alice'), 1001);
  await source.refresh();
  expect(source.version).toBe(version);
});

test('content with mistakes keeps what was read before and is told once', async () => {
  write(office('Alice'), 1000);
  const told: string[] = [];
  const source = await openDirectoryFile(path, { onRejected: ({ code, message }) => told.push(`${code} ${message}`) });
  const { version } = source;
  write('users: Alice', 1001);
  await source.refresh();
  await source.refresh();
  write('users: Alice', 1002);
  await source.refresh();
  expect(told).toEqual([expect.stringMatching(/^DIRECTORY_INVALID .*office\.yml has a mistake.*\n- line 1: users must be a list/)]);
  expect([source.directory.byNumber('1001')?.name, source.version]).toEqual(['Alice', version]);
  write(office('Bob'), 1003);
  await source.refresh();
  expect([told.length, source.directory.byNumber('1001')?.name]).toEqual([1, 'Bob']);
});

test('a file that is gone keeps what was read before and is told once, and its return is seen', async () => {
  write(office('Alice'), 1000);
  const told: string[] = [];
  const source = await openDirectoryFile(path, { onRejected: ({ message }) => told.push(message) });
  rmSync(path);
  await source.refresh();
  await source.refresh();
  expect(told).toEqual([`The directory file ${path} does not exist; check the path.`]);
  expect(source.directory.byNumber('1001')?.name).toBe('Alice');
  write(office('Bobby'), 1000);
  await source.refresh();
  expect(source.directory.byNumber('1001')?.name).toBe('Bobby');
});

test('a file that cannot be used from the beginning is refused', async () => {
  write('users: Alice', 1000);
  await expect(openDirectoryFile(path)).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
});

test('a gzip file is unpacked, whatever it is called, and one that is cut off is refused', async () => {
  const packed = gzipSync(office('Alice'));
  write(packed, 1000);
  expect((await openDirectoryFile(path)).directory.byNumber('1001')?.name).toBe('Alice');
  write(packed.subarray(0, packed.length - 12), 1001);
  await expect(openDirectoryFile(path)).rejects.toMatchObject({
    code: 'DIRECTORY_INVALID',
    message: `The directory file ${path} is not whole (Z_BUF_ERROR while unpacking it); copy it again.`,
  });
});
