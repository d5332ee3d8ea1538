import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const MAIN = join(import.meta.dirname, '../dist/main.js');
const SAMPLE = join(import.meta.dirname, '../../../samples/asterisk/scenarios');

interface Running {
  readonly child: ReturnType<typeof spawn>;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function started(environment: Readonly<Record<string, string>>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
}

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'service-data-'));
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

const OFFICE = ['--samples-directory', join(SAMPLE, '../../office.yml')];
const SAMPLES = [
  ...OFFICE,
  ...['001-internal-answered-caller-hangs-up', '050-attended-transfer-refer', '142-tenant-globex-blind-transfer-gosub'].map((name) =>
    join(SAMPLE, `${name}.csv`),
  ),
];

/** Asks a running service; the items of a list, or all that it says. */
async function asked(service: Running, path: string, token: string) {
  const url = /listens on (\S+)\/1\.0/.exec(service.said())?.[1] ?? service.said();
  const answer = await fetch(`${url}/1.0${path}`, { headers: { 'X-Auth-Token': token } });
  return (await answer.json()) as { readonly items: readonly Record<string, unknown>[]; readonly [key: string]: unknown };
}

async function stopped(service: Running): Promise<void> {
  service.child.kill('SIGTERM');
  expect(await service.ended).toBe(0);
}

test('the first start shows calls of people with names and tags, and tokens that work; later ones show none', async () => {
  const environment = { CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0' };
  const first = started(environment, SAMPLES);
  await until(() => first.said().includes('What next'));
  const token = /TOKEN=(\S+)/.exec(first.said())?.[1] ?? '';
  const reader = /'X-Auth-Token: (\S+)'/.exec(first.said())?.[1] ?? '';
  const shown = [...first.said().matchAll(/\$TOKEN" '[^']*\/1\.0(\/(?:cdr|users)[^']*)'/g)].map(([, path = '']) => path);
  for (const path of shown.filter((each) => !/stream|csv|journey/.test(each))) {
    expect([path, (await asked(first, path, token)).items.length > 0]).toEqual([path, true]);
  }
  const journey = shown.find((path) => path.endsWith('/journey')) ?? '';
  expect(await asked(first, journey, token)).toMatchObject({ source: { name: 'BIG CLIENT' }, destination: { name: 'Carol Nguyen' } });
  const sales = (await asked(first, '/cdr?tags=sales', token)).items;
  expect(sales.map((item) => item['requested_name'])).toEqual(['Alice Martin', 'Bob Tremblay']);
  expect((await asked(first, '/cdr?recurse=true', token)).items).toHaveLength(3);
  expect((await asked(first, '/cdr?recurse=true', reader)).items).toMatchObject([{ destination_name: 'Eva Evans' }]);
  expect(await asked(first, '/jobs', reader)).toMatchObject({ error_id: 'unauthorized' });
  await stopped(first);
  // The secrets stay out of what is logged of requests.
  const logged = first
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('');
  expect([logged.includes(token), logged.includes(reader)]).toEqual([false, false]);

  const second = started(environment, [...SAMPLES, '--empty']);
  await until(() => second.said().includes('What next'));
  expect(second.said()).not.toMatch(/TOKEN|curl/);
  expect((await asked(second, '/cdr?recurse=true', token)).items).toHaveLength(3);
  await stopped(second);
}, 120_000);

test('a call that Asterisk writes into the table cel is there when it ends, and nobody of the samples is taken for its people', async () => {
  const service = started({ CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0' }, SAMPLES);
  await until(() => service.said().includes('What next'));
  const token = /TOKEN=(\S+)/.exec(service.said())?.[1] ?? '';
  const [, host = '', port = '', user = '', database = ''] = /psql -h (\S+) -p (\d+) -U (\S+) (\S+)/.exec(service.said()) ?? [];
  const password = readFileSync(/cat (\S+)\)/.exec(service.said())?.[1] ?? '', 'utf8').trim();
  const asterisk = new Client({ host, port: Number(port), user, database, password });
  await asterisk.connect();
  for (const type of ['CHAN_START', 'ANSWER', 'HANGUP', 'CHAN_END', 'LINKEDID_END']) {
    await asterisk.query(
      `insert into cel (eventtype, eventtime, cid_name, cid_num, exten, channame, uniqueid, linkedid)
       values ($1, clock_timestamp(), 'Zoe', '1001', '1002', 'PJSIP/1001-1', '9.1', '9.1')`,
      [type],
    );
  }
  await asterisk.end();
  let zoe: readonly Record<string, unknown>[] = [];
  for (let tries = 0; tries < 500 && zoe.length === 0; tries++) {
    ({ items: zoe } = await asked(service, '/cdr?search=Zoe', token));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(zoe).toMatchObject([{ source_name: 'Zoe', source_user_uuid: null, tags: [] }]);
  await stopped(service);
}, 120_000);

test('--empty shows a token and no sample', async () => {
  const service = started({ CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: '127.0.0.1:0' }, [...SAMPLES, '--empty']);
  await until(() => service.said().includes('What next'));
  const token = /TOKEN=(\S+)/.exec(service.said())?.[1] ?? '';
  expect((await asked(service, '/cdr?recurse=true', token)).items).toEqual([]);
  expect(service.said()).not.toMatch(/sample|globex/);
  await stopped(service);
}, 60_000);

test('a port that is taken is said in a sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const service = started({ CALLSTITCH_DATA: data, CALLSTITCH_LISTEN: `127.0.0.1:${port}` });
  expect(await service.ended).toBe(1);
  expect(service.said()).toMatch(/^listen EADDRINUSE: address already in use 127\.0\.0\.1:\d+\n$/);
  taken.close();
}, 60_000);

test('a wrong environment is said at once, and nothing is started', async () => {
  const service = started({ CALLSTITCH_LISTEN: 'here', CALLSTITCH_AUTH: 'nobody', CALLSTITCH_DATA: data });
  expect(await service.ended).toBe(1);
  expect(service.said()).toMatch(/^The environment is not accepted:\n- CALLSTITCH_LISTEN.*\n- CALLSTITCH_AUTH/);
});
