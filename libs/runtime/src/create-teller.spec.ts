import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TellerOptions } from './create-teller.js';
import { createTeller } from './create-teller.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'teller-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAIN: TellerOptions = {
  dialect: 'asterisk',
  trunks: [],
  internal: [],
  directory: null,
  directoryToken: null,
  serviceTenantUuid: null,
  configFile: null,
};
const nameOf = async (changed: Partial<TellerOptions> = {}): Promise<string> => {
  const teller = await createTeller({ ...PLAIN, ...changed });
  return (await teller.narrator(() => Promise.resolve([]))).name;
};

test('the same options have the same name, which says the dialect and the version of its rules', async () => {
  expect(await nameOf()).toMatch(/^asterisk 2 [0-9a-f]{16}$/);
  expect(await nameOf()).toBe(await nameOf());
});

test('every option makes another name, and so does what the directory says', async () => {
  const directory = join(folder, 'office.yml');
  writeFileSync(directory, 'users: [{ name: Alice, numbers: 1001 }]');
  const names = [
    await nameOf(),
    await nameOf({ trunks: ['carrier'] }),
    await nameOf({ internal: ['carrier'] }),
    await nameOf({ directory }),
  ];
  writeFileSync(directory, 'users: [{ name: Alicia, numbers: 1001 }]');
  names.push(await nameOf({ directory }));
  expect(new Set(names).size).toBe(5);
});

test('what cannot be used is said', async () => {
  await expect(nameOf({ dialect: 'wazoo' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(nameOf({ directory: 'https://wazo.example:9486/1.1' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  await expect(nameOf({ directory: join(folder, 'missing.yml') })).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
});
