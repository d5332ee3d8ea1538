import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Opener } from './testing/opener.ts';
import { TestFolder } from './testing/test-folder.ts';

const folder = new TestFolder();
const data = folder.at('shared');
afterAll(() => folder.remove());

test('four processes that start a cluster for the first time at once share one server', async () => {
  const openers = await Promise.all([1, 2, 3, 4].map(() => Opener.open(data)));
  const urls = await Promise.all(openers.map(async (opener) => (await opener.look()).url));
  expect(new Set(urls).size).toBe(1);
  expect(folder.programs().filter(({ cwd }) => cwd === data)).toHaveLength(1);
  await openers[0]!.query('create table told (id int)');
  await openers[1]!.query('insert into told values (1)');
  expect(await openers[3]!.query('select id from told')).toEqual([{ id: 1 }]);
  await Promise.all(openers.map((opener) => opener.kill()));
});

test('a server that nobody holds any more ends after the grace time, also when all were killed', async () => {
  const opener = await Opener.open(data);
  folder.server('shared');
  await opener.kill();
  await folder.comesToRest();
});

test('a restart keeps the data and the port', async () => {
  const first = await Opener.open(data);
  const { url } = await first.look();
  await first.query('insert into told values (2)');
  await first.close();
  await folder.rest();
  const second = await Opener.open(data);
  expect((await second.look()).url).toBe(url);
  expect(await second.query('select id from told order by id')).toEqual([{ id: 1 }, { id: 2 }]);
  await second.close();
});

test('one that was killed or closed leaves the server to the others', async () => {
  const [killed, closed, stays] = await Promise.all([Opener.open(data), Opener.open(data), Opener.open(data)]);
  const server = folder.server('shared');
  await killed.kill();
  await closed.close();
  await new Promise((resolve) => setTimeout(resolve, 2_600));
  expect(await stays.query('select 1 as one')).toEqual([{ one: 1 }]);
  expect(folder.server('shared')).toBe(server);
  await stays.close();
});

test('nobody enters without the password, and it is for the owner alone', async () => {
  const opener = await Opener.open(data);
  const { url } = await opener.look();
  expect(url).toMatch(/^postgresql:\/\/callstitch:[0-9a-f]{48}@127\.0\.0\.1:\d+\/callstitch$/);
  const wrong = new Client({ connectionString: url.replace(/:[0-9a-f]{48}@/, ':guess@') });
  await expect(wrong.connect()).rejects.toThrow('password authentication failed');
  const rules = await opener.query('select distinct auth_method from pg_hba_file_rules');
  expect(rules).toEqual([{ auth_method: 'scram-sha-256' }]);
  const [password = ''] = /[0-9a-f]{48}/.exec(url) ?? [];
  expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain(password);
  expect(modeOf('password')).toBe('600');
  expect(modeOf('cluster')).toBe('700');
  expect(modeOf('')).toBe(process.getuid?.() === 0 ? '711' : '700');
  await opener.close();
});

test('the log does not repeat what a statement was about', async () => {
  const opener = await Opener.open(data);
  await expect(opener.query("select 'Ann 0123456789'::int")).rejects.toThrow('Ann 0123456789');
  expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain('0123456789');
  await opener.close();
});

test('no server and no keeper is left', async () => {
  await folder.comesToRest();
});

function modeOf(name: string): string {
  return (statSync(join(data, name)).mode & 0o777).toString(8);
}
