import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { momentOf } from '@callstitch/application/testing';
import { readSettings } from '@callstitch/runtime/settings';
import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';
import { runWazoSync } from '../wazo/run-wazo-sync.js';

const MASTER = '7a7a0000-0000-4000-8000-000000000001';
const [ACME, LAB] = ['7a7a0000-0000-4000-8000-000000000002', '7a7a0000-0000-4000-8000-000000000003'];

/** What a wazo-auth lists; it wants our token. */
let listed: readonly object[];
let server: Server;
beforeEach(async () => {
  listed = [
    { uuid: MASTER, parent_uuid: MASTER },
    { uuid: ACME, parent_uuid: MASTER },
  ];
  server = createServer(({ headers, url }, response) => {
    const isFine = url === '/0.1/tenants' && headers['x-auth-token'] === 'ours';
    response.writeHead(isFine ? 200 : 401).end(JSON.stringify({ items: listed, total: listed.length }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** Two tenants besides the master tenant, each with a transcription. */
async function onTenants(token = 'ours') {
  const memory = new MemoryCallstitch();
  await memory.accessBook.addTenant({ uuid: MASTER, parentUuid: null, name: 'master' });
  const said = { voicemailId: null, text: '', providerId: null, language: null, durationSeconds: null, createdAt: momentOf(1) };
  for (const [name, uuid] of [
    ['acme', ACME],
    ['lab', LAB],
  ] as const) {
    await memory.accessBook.addTenant({ uuid, parentUuid: MASTER, name });
    await memory.transcriptionBook.put({ ...said, messageId: name, tenantUuid: uuid });
  }
  const { port } = server.address() as AddressInfo;
  const environment = { CALLSTITCH_AUTH: `http://127.0.0.1:${port}`, CALLSTITCH_DIRECTORY_TOKEN: token, CALLSTITCH_TENANT: MASTER };
  const options = { openCallstitch: memory.open, settings: () => readSettings(environment) };
  return {
    sync: (...args: string[]) => run(['tenant', 'sync', ...args], options),
    wazo: (...args: string[]) => run(args, { ...options, program: runWazoSync }),
    names: async () => (await memory.accessBook.tenants()).map(({ name }) => name),
    said: () => memory.transcriptionBook.tenants,
  };
}

test('a tenant that wazo-auth no longer knows goes, after a look if one is wanted', async () => {
  const { sync, names, said } = await onTenants();
  const look = await sync('--dry-run');
  expect([look.code, look.out.lines]).toEqual([
    0,
    [
      'UUID                                  CALL LOGS  RECORDINGS  EXPORTS  TENANT',
      `${LAB}  0          0           0        lab`,
      '1 tenant would be removed.',
    ],
  ]);
  expect(await names()).toEqual(['acme', 'lab', 'master']);
  const { code, out } = await sync('--json');
  expect([code, JSON.parse(out.text)]).toMatchObject([0, [{ tenantUuid: LAB, name: 'lab', callLogs: 0, transcriptions: 1, tokens: 0 }]]);
  expect([await names(), said()]).toEqual([['acme', 'master'], [ACME]]);
  expect((await sync()).out.text).toBe('wazo-auth knows all tenants of whom something is kept.\n');
});

test('the alias does the same, quietly if it is told to', async () => {
  const { wazo, names } = await onTenants();
  const { code, out } = await wazo('-q');
  expect([code, out.text, await names()]).toEqual([0, '', ['acme', 'master']]);
  expect((await wazo('--dry-run')).code).toBe(2);
});

test('nothing goes when wazo-auth lists nobody, only a part, refuses the token or is away', async () => {
  const { sync, names } = await onTenants();
  const said: string[] = [];
  const ask = async (own = sync) => {
    const { code, err } = await own();
    said.push(`${code} ${err.text.replace(/^Nothing was removed, because wazo-auth does not say which tenants there are\. /, '')}`);
  };
  listed = [];
  await ask();
  listed = [{ uuid: LAB, parent_uuid: MASTER }];
  await ask();
  await ask((await onTenants('theirs')).sync);
  server.close();
  server.closeAllConnections();
  await ask();
  expect(said).toEqual([
    '6 It lists no tenant at all.\n',
    '6 It lists no master tenant: the token sees only a part. Use one of the master tenant.\n',
    expect.stringMatching(/^6 The server 127\.0\.0\.1:\d+ does not show our token the tenants \(status 401\)\.\n$/),
    expect.stringMatching(/^6 The server 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\.\n$/),
  ]);
  expect(await names()).toEqual(['acme', 'lab', 'master']);
});

test('without a wazo-auth, or a token for it, there is nobody to ask', async () => {
  const openCallstitch = new MemoryCallstitch().open;
  expect((await run(['tenant', 'sync'], { openCallstitch })).err.text).toMatch(/^There is no wazo-auth to ask/);
  const settings = () => readSettings({ CALLSTITCH_AUTH: 'http://127.0.0.1:1' });
  expect((await run(['tenant', 'sync'], { openCallstitch, settings })).err.text).toMatch(/CALLSTITCH_DIRECTORY_TOKEN\.\n$/);
});
