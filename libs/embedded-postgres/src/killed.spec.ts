import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { programsIn } from './stray-servers.ts';
import { Opener } from './testing/opener.ts';
import { TestFolder } from './testing/test-folder.ts';
import { until } from './testing/until.ts';

const folder = new TestFolder();
const data = folder.at('killed');
const cluster = join(data, 'cluster');
const postmasterFile = join(cluster, 'postmaster.pid');

beforeAll(async () => {
  const opener = await Opener.open(data);
  await opener.query('create table told (id int primary key)');
  await opener.close();
});
afterEach(() => Opener.killAll());
afterAll(() => folder.remove());

async function rows(opener: Opener): Promise<number> {
  return (await opener.queryInTheEnd('select id from told')).length;
}

test('a server that was killed is started again on its port with all that was committed', async () => {
  const opener = await Opener.open(data);
  await opener.query('insert into told select generate_series(1, 1000)');
  const server = folder.server('killed');
  process.kill(server, 'SIGKILL');
  await until(() => folder.server('killed') !== server, 10_000);
  expect(await rows(opener)).toBe(1000);
  expect((await opener.look()).events).toContain('embedded-postgres.recovering');
  await opener.close();
});

test('a server that was killed amid a long statement is started again', async () => {
  const opener = await Opener.open(data);
  const busy = opener.query('select count(*) from generate_series(1, 3000000000)').catch(() => 'cut off');
  await until(() => programsIn(cluster).length > 6, 5_000);
  process.kill(folder.server('killed'), 'SIGKILL');
  expect(await busy).toBe('cut off');
  expect(await rows(opener)).toBe(1000);
  await opener.close();
});

test('a keeper that was killed takes its server along, and those who held it find the next one', async () => {
  const opener = await Opener.open(data);
  const keeper = folder.keeper('killed');
  const server = folder.server('killed');
  process.kill(keeper, 'SIGKILL');
  await until(() => !programsIn(cluster).includes(server), 10_000);
  expect(await rows(opener)).toBe(1000);
  expect(folder.keeper('killed')).not.toBe(keeper);
  expect((await opener.look()).events).toContain('embedded-postgres.keeper-lost');
  await opener.close();
});

test('when the keeper and all who held its server are killed nothing is left, and the next one finds the data', async () => {
  const openers = await Promise.all([Opener.open(data), Opener.open(data)]);
  await openers[0].query('insert into told values (1001)');
  process.kill(folder.keeper('killed'), 'SIGKILL');
  await Promise.all(openers.map((opener) => opener.kill()));
  await folder.comesToRest();
  const next = await Opener.open(data);
  expect(await rows(next)).toBe(1001);
  await next.close();
});

test('where nothing ends a server with its keeper, the next one ends it and starts its own', async () => {
  await folder.rest();
  const withoutSetpriv = { environment: { PATH: '/nowhere' } };
  const opener = await Opener.open(data, withoutSetpriv);
  const stray = folder.server('killed');
  process.kill(folder.keeper('killed'), 'SIGKILL');
  await opener.kill();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(folder.server('killed')).toBe(stray);
  const next = await Opener.open(data);
  expect(folder.server('killed')).not.toBe(stray);
  expect(await rows(next)).toBe(1001);
  await next.close();
});

test('files of a dead server are no obstacle, nor is its pid in the hands of another program', async () => {
  await folder.rest();
  const { uid, gid } = statSync(cluster);
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore', uid, gid });
  const left = ['/nowhere', '1700000000', '5432', '', '127.0.0.1', '   123456         7', 'ready   ', ''];
  for (const pid of [bystander.pid, 4_194_303]) {
    writeFileSync(postmasterFile, [pid, ...left].join('\n'));
    const next = await Opener.open(data);
    expect(await rows(next)).toBe(1001);
    await folder.rest();
  }
  expect(existsSync(postmasterFile)).toBe(false);
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
  bystander.kill();
});

test('a port that another program has taken is given up for a new one, and that one stays', async () => {
  await folder.rest();
  const port = Number(readFileSync(join(data, 'port'), 'utf8'));
  const thief = createServer().listen(port, '127.0.0.1');
  const opener = await Opener.open(data);
  const { url } = await opener.look();
  expect(url).not.toContain(`:${port}/`);
  expect(url).toContain(`:${readFileSync(join(data, 'port'), 'utf8').trim()}/`);
  expect(readFileSync(join(data, 'postgres.log'), 'utf8')).toMatch(
    new RegExp(`keeper: port ${port} is taken by another program; the server moves to \\d+`),
  );
  thief.close();
  await opener.close();
});

test('a keeper that is told to end while somebody holds the server gives it up in good order', async () => {
  const opener = await Opener.open(data);
  const keeper = folder.keeper('killed');
  process.kill(keeper, 'SIGTERM');
  expect(await rows(opener)).toBe(1001);
  expect(folder.keeper('killed')).toBe(keeper);
  await opener.close();
  await folder.comesToRest();
  expect(existsSync(postmasterFile)).toBe(false);
});

test('no server and no keeper is left', async () => {
  await folder.rest();
});
