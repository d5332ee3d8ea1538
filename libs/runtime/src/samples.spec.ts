import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from '@callstitch/application';
import { plainDialect } from '@callstitch/application/testing';
import type { Conversation } from '@callstitch/correlation';
import type { TellerOptions } from './create-teller.js';
import { createTeller } from './create-teller.js';
import { forSamples, openSamples } from './samples.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samples-'));
  writeFileSync(
    join(folder, 'one.csv'),
    'id,eventtype,eventtime,channame,uniqueid,linkedid\n1,CHAN_START,1767600000,PJSIP/1001-1,1.2,1.1\n',
  );
  writeFileSync(join(folder, 'office.yml'), 'users: [{ name: Alice, numbers: 1001 }]');
  writeFileSync(join(folder, 'own.yml'), 'users: [{ name: Zoe, numbers: 1001 }]');
});
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLES = () => ({ files: [join(folder, 'one.csv')], directory: join(folder, 'office.yml') });
const conversation = (id: string): Conversation => ({ id, cels: [] }) as unknown as Conversation;

async function nameOf(changed: Partial<TellerOptions>): Promise<string> {
  const plain = { dialect: 'asterisk', trunks: [], internal: [], directory: null, directoryToken: null, serviceTenantUuid: null };
  const teller = await createTeller({ ...plain, configFile: null, ...changed });
  return (await teller.narrator(() => Promise.resolve([]))).name;
}

test('samples are known by their linkedids, and told by a dialect of their own; others are not', async () => {
  const samples = await openSamples(SAMPLES());
  const told: string[] = [];
  const by = (name: string): Dialect => ({
    ...plainDialect,
    name,
    tell(one) {
      told.push(`${one.id} by ${name}`);
      return { reason: 'heard' };
    },
  });
  const dialect = forSamples(samples, by('samples'), by('others'));
  for (const id of ['1.1', '1.2', '9.9']) dialect.tell(conversation(id));
  expect(told).toEqual(['1.1 by samples', '1.2 by others', '9.9 by others']);
  expect(samples.directory.byNumber('1001')?.name).toBe('Alice');
});

test('who tells has another name with samples, unless a directory is named: then samples have none', async () => {
  const directory = join(folder, 'own.yml');
  const [plain, withSamples] = [await nameOf({}), await nameOf({ samples: SAMPLES() })];
  expect(withSamples).not.toBe(plain);
  // They are not even looked at.
  const missing = { files: ['/nowhere/one.csv'], directory: '/nowhere/office.yml' };
  expect(await nameOf({ directory, samples: missing })).toBe(await nameOf({ directory }));
});

test('samples that are not there are said', async () => {
  await expect(openSamples({ ...SAMPLES(), files: [join(folder, 'none.csv')] })).rejects.toMatchObject({
    code: expect.any(String) as string,
  });
  await expect(openSamples({ ...SAMPLES(), directory: join(folder, 'none.yml') })).rejects.toMatchObject({ code: 'DIRECTORY_INVALID' });
});
