import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { readSettings } from '@callstitch/runtime/settings';
import { WAZO_CALL } from '../testing/wazo-call.js';

const TENANT = '7a7a0001-0000-4000-8000-000000000001';
const BOB = '5e500000-0000-4000-8000-000000000002';
const OFFICE = `
users:
  - { name: Alice A, numbers: [1001], lines: [alice01], userfield: 'sales, paris', tenant: ${TENANT}, uuid: 5e500000-0000-4000-8000-000000000001 }
  - { name: Bob B, numbers: [1002], lines: [bob02], tenant: ${TENANT}, uuid: ${BOB} }
`;

let folder: string;
let server: Server | null = null;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'wazo-dialect-'))));
afterAll(() => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  server?.close();
});

const call = () => ({ stdin: Readable.from([WAZO_CALL]) });

test('--format wazo prints the records of wazo-call-logd', async () => {
  const { code, out } = await run(['correlate', '--format', 'wazo', '--service-tenant', TENANT, '-'], call());
  expect(code).toBe(0);
  expect(JSON.parse(out.text)).toMatchObject([
    {
      date: '2026-01-05T10:00:00.000000Z',
      date_answer: '2026-01-05T10:00:06.000000Z',
      tenant_uuid: TENANT,
      requested_exten: '1002',
      destination_name: 'Bob',
      destination_details: { type: 'user', user_uuid: BOB, user_name: 'Bob' },
      participants: [],
      recordings: [],
    },
  ]);
});

test('the dialect is heard from the events, and may be named', async () => {
  const userOf = async (...args: string[]): Promise<unknown> => {
    const { out } = await run(['correlate', '--json', ...args, '-'], call());
    return (JSON.parse(out.text) as { destination: { details: { user_uuid?: string } } }[])[0]?.destination.details.user_uuid;
  };
  expect(await userOf()).toBe(BOB);
  expect(await userOf('--dialect', 'asterisk')).toBeUndefined();
});

test('what is no tenant is refused', async () => {
  const { code, err } = await run(['correlate', '--service-tenant', 'acme', '-'], call());
  expect([code, err.text]).toEqual([2, expect.stringContaining('It must be a uuid')]);
});

test('words of the userfield are tags of the calls, and calls are found by them', async () => {
  const directory = join(folder, 'office.yml');
  writeFileSync(directory, OFFICE);
  const callstitch = new MemoryCallstitch();
  const options = { openCallstitch: callstitch.open, settings: () => readSettings({ CALLSTITCH_DIRECTORY: directory }) };
  await run(['import', 'cel', '-'], { ...options, ...call() });
  await run(['generate'], options);
  const { out } = await run(['list', '--tag', 'paris', '--json'], options);
  expect(JSON.parse(out.text)).toMatchObject([{ tags: [{ tag: 'sales', tagger: 'userfield' }, { tag: 'paris' }], tenantUuid: TENANT }]);
  expect(JSON.parse((await run(['list', '--tag', 'lyon', '--json'], options)).out.text)).toEqual([]);
});

test('while a wazo-confd is away calls wait under that reason, and are told when it is back', async () => {
  let away = true;
  const lines = [
    { id: 11, name: 'alice01', tenant_uuid: TENANT, users: [{ uuid: BOB }], extensions: [{ exten: '1001', context: 'internal' }] },
  ];
  const user = {
    uuid: BOB,
    tenant_uuid: TENANT,
    firstname: 'Bob',
    lastname: null,
    userfield: 'night',
    lines: [{ id: 11, name: 'alice01', extensions: [] }],
  };
  server = createServer(({ url = '', headers }, response) => {
    if (headers['x-auth-token'] !== 'secret') return void response.writeHead(401).end('{}');
    if (away) return void response.writeHead(503).end();
    const { pathname, searchParams } = new URL(url, 'http://confd');
    const items = pathname.endsWith('/lines') ? lines.filter(({ name }) => [null, name].includes(searchParams.get('name'))) : [];
    const body = pathname.endsWith(`/users/${BOB}`) ? user : { items, total: items.length };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const confd = server.listen(0, '127.0.0.1');
  await once(confd, 'listening');
  const directory = `http://127.0.0.1:${(confd.address() as AddressInfo).port}/1.1`;
  const callstitch = new MemoryCallstitch();
  const settings = () => readSettings({ CALLSTITCH_DIRECTORY: directory, CALLSTITCH_DIRECTORY_TOKEN: 'secret' });
  const options = { openCallstitch: callstitch.open, settings };
  await run(['import', 'cel', '-'], { ...options, ...call() });
  const waiting = await run(['generate'], options);
  expect(waiting.code).toBe(1);
  expect((await run(['status'], options)).out.text).toMatch(/1 .*wazo-confd/);
  expect(waiting.err.text + waiting.out.text).not.toContain('secret');
  away = false;
  const back = await run(['generate'], options);
  expect([back.code, back.err.text]).toEqual([0, '']);
  const { out } = await run(['list', '--json'], options);
  expect(JSON.parse(out.text)).toMatchObject([{ tags: [{ tag: 'night' }], participants: [{ userUuid: BOB, lineId: 11 }] }]);
});
