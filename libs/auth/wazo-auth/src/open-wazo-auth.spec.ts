import type { AccessContent } from '@callstitch/application/testing';
import { authenticationContract, momentOf } from '@callstitch/application/testing';
import { openWazoAuth } from './open-wazo-auth.js';
import type { Fault } from './testing/wazo-auth-server.js';
import { WazoAuthServer } from './testing/wazo-auth-server.js';

const servers: WazoAuthServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function started(content: AccessContent = CONTENT): Promise<WazoAuthServer> {
  const server = await new WazoAuthServer(content).start();
  servers.push(server);
  return server;
}

const MASTER = '7a7a0000-0000-4000-8000-000000000001';
const TOKEN = '9c9c0000-0000-4000-8000-000000000001';
const CONTENT: AccessContent = {
  tenants: [{ uuid: MASTER, parentUuid: null, name: 'master' }],
  tokens: [{ token: TOKEN, tenantUuid: MASTER, userUuid: null, acl: ['call-logd.#'] }],
};
const ASKED = { token: TOKEN, requiredAccess: 'call-logd.cdr.read', tenantUuid: null };

describe('the tokens of a wazo-auth', () => {
  authenticationContract(async (content) => openWazoAuth({ baseUrl: (await started(content)).baseUrl }), { test, expect });
});

test('wazo-auth is asked for the access and the tenant, and once while a yes is kept', async () => {
  const server = await started();
  let seconds = 100;
  const authentication = openWazoAuth({ baseUrl: `${server.baseUrl}/`, now: () => momentOf(seconds) });
  for (let times = 0; times < 3; times += 1) await authentication.check({ ...ASKED, tenantUuid: MASTER });
  const asked = [`HEAD /0.1/token/${TOKEN}?scope=call-logd.cdr.read&tenant=${MASTER}`, `GET /0.1/token/${TOKEN}`];
  expect(server.requests).toEqual(asked);
  seconds += 5;
  await authentication.check({ ...ASKED, tenantUuid: MASTER });
  expect(server.requests).toEqual([...asked, ...asked]);
});

test('a no is asked again each time, so that what is granted now counts now', async () => {
  const server = await started({ ...CONTENT, tokens: [] });
  const authentication = openWazoAuth({ baseUrl: server.baseUrl });
  expect(await authentication.check(ASKED)).toEqual({ kind: 'unknown-token' });
  server.knows.content = CONTENT;
  expect(await authentication.check(ASKED)).toMatchObject({ kind: 'granted' });
});

test('a yes for one access, tenant or token is none for another', async () => {
  const server = await started();
  const authentication = openWazoAuth({ baseUrl: server.baseUrl });
  await authentication.check(ASKED);
  expect(await authentication.check({ ...ASKED, requiredAccess: 'auth.users.read' })).toEqual({ kind: 'denied' });
  expect(await authentication.check({ ...ASKED, tenantUuid: 'other' })).toEqual({ kind: 'denied' });
  expect(await authentication.check({ ...ASKED, token: 'other' })).toEqual({ kind: 'unknown-token' });
});

test('a server that is away, and no answer from it, are said with its place and without the token', async () => {
  const server = await started();
  const { baseUrl, port } = server;
  const authentication = openWazoAuth({ baseUrl });
  await server.stop();
  const failure = await authentication.check(ASKED).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'AUTH_UNREACHABLE',
    server: { host: '127.0.0.1', port, reason: 'cannot be reached (ECONNREFUSED)' },
  });
  await expect(authentication.visibleTenants({ token: TOKEN, tenantUuid: MASTER })).rejects.toMatchObject({ code: 'AUTH_UNREACHABLE' });
  expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain(TOKEN);
});

test.each<readonly [Fault, RegExp]>([
  ['error 500', /answers with status 500/],
  ['page', /answers with status 200/],
  ['other shape', /answers with status 200/],
  ['redirect', /answers with status 302/],
  ['silence', /does not answer within 0.1 s/],
  ['cut off', /cannot be reached \(/],
])('%s is no answer, and never a yes', async (fault, reason) => {
  const server = await started();
  server.fault = fault;
  const authentication = openWazoAuth({ baseUrl: server.baseUrl, timeoutSeconds: 0.1 });
  const failures = [
    await authentication.check(ASKED).catch((error: unknown) => error),
    await authentication.visibleTenants({ token: TOKEN, tenantUuid: MASTER }).catch((error: unknown) => error),
  ];
  expect(failures).toMatchObject([{ code: 'AUTH_UNREACHABLE' }, { code: 'AUTH_UNREACHABLE' }]);
  expect(String(failures[0])).toMatch(reason);
  server.fault = null;
  expect(await authentication.check(ASKED)).toMatchObject({ kind: 'granted' });
});

test('an address that cannot be asked is refused at once, and not quoted', () => {
  for (const baseUrl of ['localhost:9497', 'ftp://localhost', 'http://me:secret@localhost', 'http://localhost?token=secret']) {
    const message = 'The address of wazo-auth must be like http://localhost:9497, without a name and a password.';
    expect(() => openWazoAuth({ baseUrl })).toThrow(message);
  }
});
