import { openWazoTenants } from './wazo-tenants.js';

const MASTER = '7a7a0000-0000-4000-8000-000000000001';

/** A wazo-auth that answers so, and what it was asked. */
function answering(status: number, body: unknown) {
  const asked: unknown[] = [];
  const fetch = (url: unknown, init?: RequestInit) => {
    asked.push([String(url), init?.headers]);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  return { registry: openWazoTenants({ baseUrl: 'http://auth:9497/', token: 'ours', fetch }), asked };
}

test('all tenants are listed, with which is above which', async () => {
  const items = [
    { uuid: MASTER.toUpperCase(), parent_uuid: MASTER, name: 'master' },
    { uuid: 'b', parent_uuid: null },
  ];
  const { registry, asked } = answering(200, { items, total: 2 });
  expect(await registry.tenants()).toEqual([
    { uuid: MASTER, parentUuid: MASTER },
    { uuid: 'b', parentUuid: null },
  ]);
  expect(asked).toEqual([['http://auth:9497/0.1/tenants', { Accept: 'application/json', 'X-Auth-Token': 'ours' }]]);
});

test.each([
  ['a part of the list', 200, { items: [{ uuid: MASTER }], total: 2 }, /no whole list/],
  ['another shape', 200, { items: [{ name: 'x' }] }, /no whole list/],
  ['a refusal', 401, {}, /does not show our token the tenants \(status 401\)/],
  ['a failure', 500, {}, /answers with status 500/],
])('%s is no answer', async (_, status, body, message) => {
  await expect(answering(status, body).registry.tenants()).rejects.toMatchObject({
    code: 'AUTH_UNREACHABLE',
    message: expect.stringMatching(message) as string,
  });
});
