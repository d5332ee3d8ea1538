import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectoryFile } from './read-directory-file.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'directory-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read', async () => {
  const path = join(folder, 'office.yml');
  writeFileSync(path, 'users: [{ name: Alice, numbers: 1001 }]');
  expect((await readDirectoryFile(path)).byNumber('1001')?.name).toBe('Alice');
});

test('a mistake names the file', async () => {
  const path = join(folder, 'wrong.yml');
  writeFileSync(path, 'users: Alice');
  await expect(readDirectoryFile(path)).rejects.toMatchObject({
    code: 'DIRECTORY_INVALID',
    message: expect.stringContaining(path) as string,
  });
});

test('a file that is not there and a folder are told apart', async () => {
  const missing = join(folder, 'missing.yml');
  await expect(readDirectoryFile(missing)).rejects.toMatchObject({
    code: 'DIRECTORY_INVALID',
    message: `The directory file ${missing} does not exist; check the path.`,
  });
  await expect(readDirectoryFile(folder)).rejects.toMatchObject({
    code: 'DIRECTORY_INVALID',
    message: `${folder} is a folder; name the YAML or JSON file that lists the users.`,
  });
});
