import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataDirectoryAt } from './data-directory.ts';
import { findBinaries } from './find-binaries.ts';
import { isWithinReach } from './is-within-reach.ts';
import { prepareSoftware } from './prepare-software.ts';
import { runProgram } from './run-program.ts';
import { Opener } from './testing/opener.ts';
import { TestFolder } from './testing/test-folder.ts';

const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
// A checkout below a closed home directory is for its owner alone.
const othersCanRunUs = [fileURLToPath(import.meta.url), process.execPath].every((path) => isWithinReach(dirname(path), NOBODY));
const folder = new TestFolder();
afterEach(() => Opener.killAll());
afterAll(() => folder.remove());

const USER = 'select current_user as user';

test('a path may be long and odd', async () => {
  const data = folder.at(`${'a long way down/'.repeat(8)}Käufer "und" $HOME; 50%: ok`);
  const opener = await Opener.open(data);
  expect(await opener.query(USER)).toEqual([{ user: 'callstitch' }]);
  await folder.rest();
});

test('without install scripts the libraries are found all the same, and node_modules is left as it was', async () => {
  const { native } = findBinaries(process);
  const lib = join(native, 'lib');
  const before = readdirSync(lib);
  const { bin, libraries } = await prepare(dataDirectoryAt(folder.at('own')), native);
  expect((await version(bin, libraries)).output).toMatch(/^postgres \(PostgreSQL\) 18/);
  expect(existsSync(join(libraries, 'libicuuc.so.60'))).toBe(true);
  expect(readdirSync(lib)).toEqual(before);
});

if (isRoot) {
  test('for root the server runs as another account, which gets the cluster and nothing else', async () => {
    const opener = await Opener.open(folder.at('root'));
    expect(await opener.query(USER)).toEqual([{ user: 'callstitch' }]);
    expect(statSync(`/proc/${folder.server('root')}`).uid).not.toBe(0);
    const owners = readdirSync(folder.at('root')).map((name) => [name, statSync(join(folder.at('root'), name)).uid === 0]);
    expect(Object.fromEntries(owners)).toMatchObject({ cluster: false, password: true, port: true, 'postgres.log': true });
    await folder.rest();
  });

  test('for root the data may lie below a directory that is closed for the account', async () => {
    const closed = folder.at('closed');
    mkdirSync(closed, { mode: 0o700 });
    const first = await Opener.open(join(closed, 'data'));
    await first.query('create table told (id int)');
    await folder.rest();
    const second = await Opener.open(join(closed, 'data'));
    expect(await second.query('select * from told')).toEqual([]);
    process.kill(folder.server('closed/data'), 'SIGKILL');
    expect(await second.queryInTheEnd('select * from told')).toEqual([]);
    const software = readlinkSync(join(closed, 'data', 'software'));
    expect(existsSync(software)).toBe(true);
    await folder.rest();
    expect(existsSync(software)).toBe(false);
  });

  test('for root binaries below a closed directory are copied, once', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'callstitch-closed-'));
    symlinkSync(findBinaries(process).native, join(closed, 'native'));
    try {
      const directory = dataDirectoryAt(folder.at('copied'));
      const { bin, libraries } = await prepare(directory, join(closed, 'native'));
      expect(bin).toBe(join(directory.software, '1.2.3', 'bin'));
      expect((await version(bin, libraries)).output).toMatch(/^postgres \(PostgreSQL\) 18/);
      const { mtimeMs } = statSync(join(bin, 'postgres'));
      await prepare(directory, join(closed, 'native'));
      expect(statSync(join(bin, 'postgres')).mtimeMs).toBe(mtimeMs);
    } finally {
      rmSync(closed, { recursive: true });
    }
  });
}

if (isRoot && othersCanRunUs) {
  test('an ordinary user runs the server as itself, and root joins it without taking anything over', async () => {
    const user = await Opener.open(folder.at('user'), { uid: NOBODY.uid });
    await user.query('create table told (id int)');
    expect(statSync(`/proc/${folder.server('user')}`).uid).toBe(NOBODY.uid);
    expect((statSync(folder.at('user')).mode & 0o777).toString(8)).toBe('700');
    await folder.rest();
    const root = await Opener.open(folder.at('user'));
    expect(await root.query('select * from told')).toEqual([]);
    expect(statSync(`/proc/${folder.server('user')}`).uid).toBe(NOBODY.uid);
    expect(readdirSync(folder.at('user')).map((name) => statSync(join(folder.at('user'), name)).uid)).not.toContain(0);
    await folder.rest();
  });

  test('an ordinary user is told whose directory it is', async () => {
    await Opener.open(folder.at('root'));
    const other = new Opener(folder.at('root'), { uid: NOBODY.uid });
    expect(await other.reply()).toEqual({
      kind: 'refused',
      code: 'DATABASE_NOT_STARTED',
      sentence:
        `The data directory ${folder.at('root')} is not writable for this account ` +
        `(EACCES, ${folder.at('root')} belongs to user 0, mode 711). Choose another data directory, or set DATABASE_URL.`,
    });
    await folder.rest();
  });
}

if (!isRoot) {
  test('an ordinary user runs the server as itself', async () => {
    await Opener.open(folder.at('user'));
    expect(statSync(`/proc/${folder.server('user')}`).uid).toBe(process.getuid?.());
    await folder.rest();
  });
}

test('no server and no keeper is left', async () => {
  await folder.rest();
});

async function prepare(directory: ReturnType<typeof dataDirectoryAt>, native: string): ReturnType<typeof prepareSoftware> {
  mkdirSync(directory.path, { recursive: true });
  chmodSync(directory.path, 0o711);
  return prepareSoftware({ directory, binaries: { native, version: '1.2.3' }, account: isRoot ? NOBODY : null });
}

async function version(bin: string, libraries: string): ReturnType<typeof runProgram> {
  return runProgram({ command: [join(bin, 'postgres'), '--version'], account: isRoot ? NOBODY : null, cwd: '/', libraries });
}
