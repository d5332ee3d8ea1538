import { readSettings } from '@callstitch/runtime/settings';
import { MemoryCallstitch } from '../testing/memory-callstitch.js';
import { run } from '../testing/run.js';

const [ACME, LAB] = ['7a7a0000-0000-4000-8000-000000000002', '7a7a0000-0000-4000-8000-000000000003'];

function onTenants() {
  const memory = new MemoryCallstitch();
  const settings = () => readSettings({ CALLSTITCH_TENANT: '7a7a0000-0000-4000-8000-000000000001' });
  return (...args: string[]) => run(args, { openCallstitch: memory.open, settings });
}

test('tenants are shown as a tree, the tenant of calls without one at its top', async () => {
  const callstitch = onTenants();
  const made = await callstitch('tenant', 'create', 'acme', '--uuid', ACME.toUpperCase());
  expect([made.code, made.out.text]).toEqual([0, `The tenant acme has the uuid ${ACME}.\n`]);
  await callstitch('tenant', 'create', 'lab', '--uuid', LAB, '--parent', 'acme');
  expect((await callstitch('tenant', 'list')).out.lines).toEqual([
    'UUID                                  TENANT',
    '7a7a0000-0000-4000-8000-000000000001  master',
    `${ACME}    acme`,
    `${LAB}      lab`,
  ]);
  expect(JSON.parse((await callstitch('tenant', 'list', '--json')).out.text)).toContainEqual({ uuid: LAB, parentUuid: ACME, name: 'lab' });
});

test('a tenant that is needed stays, and what is deleted leaves its call logs', async () => {
  const callstitch = onTenants();
  await callstitch('tenant', 'create', 'acme');
  await callstitch('token', 'create', '--name', 'x', '--acl', '#', '--tenant', 'acme');
  const refused = await callstitch('tenant', 'delete', 'acme');
  expect([refused.code, refused.err.text]).toEqual([
    6,
    'The tenant acme stays, because 1 token of it works; delete the tenants below it and revoke its tokens first.\n',
  ]);
  await callstitch('token', 'revoke', '1');
  const { code, out } = await callstitch('tenant', 'delete', 'acme');
  expect([code, out.text]).toEqual([0, 'The tenant acme is deleted. Its call logs stay, and the administrator sees them.\n']);
});

test('a name that is none or that is taken is refused in one sentence', async () => {
  const callstitch = onTenants();
  await callstitch('tenant', 'create', 'acme', '--uuid', ACME);
  for (const name of [' ', LAB])
    expect((await callstitch('tenant', 'create', name)).err.text).toMatch(/^A tenant needs a name that is no uuid/);
  const { code, err } = await callstitch('tenant', 'create', 'acme');
  expect([code, err.text]).toEqual([2, `There is a tenant acme with the uuid ${ACME} already; choose another name or uuid.\n`]);
  expect((await callstitch('tenant', 'delete', 'nobody')).code).toBe(4);
});
