import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TellerOptions } from './create-teller.js';
import { createTeller } from './create-teller.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'teller-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAIN: TellerOptions = { dialect: 'asterisk', trunks: [], internal: [], directoryFile: null };
const nameOf = async (changed: Partial<TellerOptions> = {}): Promise<string> => (await createTeller({ ...PLAIN, ...changed })).name;

test('the same options have the same name, which says the dialect and the version of its rules', async () => {
  expect(await nameOf()).toMatch(/^asterisk 1 [0-9a-f]{16}$/);
  expect(await nameOf()).toBe(await nameOf());
});

test('every option makes another name, and so does what the directory says', async () => {
  const directoryFile = join(folder, 'office.yml');
  writeFileSync(directoryFile, 'users: [{ name: Alice, numbers: 1001 }]');
  const names = [
    await nameOf(),
    await nameOf({ trunks: ['carrier'] }),
    await nameOf({ internal: ['carrier'] }),
    await nameOf({ directoryFile }),
  ];
  writeFileSync(directoryFile, 'users: [{ name: Alicia, numbers: 1001 }]');
  names.push(await nameOf({ directoryFile }));
  expect(new Set(names).size).toBe(5);
});

test('what cannot be used is said', async () => {
  await expect(nameOf({ dialect: 'wazoo' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(nameOf({ directoryFile: join(folder, 'missing.yml') })).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
});
