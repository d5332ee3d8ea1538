import { MemoryAccessBook, momentOf } from '@callstitch/application/testing';
import { openAccessAdministration } from './access-administration.js';
import { hashOfToken } from './token-secret.js';

const MASTER = 'ca115717-0000-4000-8000-000000000001';
const ACME = '7A7A0000-0000-4000-8000-000000000002';
const WISH = { name: 'reports', acl: ['call-logd.cdr.read'], tenant: null, userUuid: null, expiresInDays: null };

function opened() {
  const book = new MemoryAccessBook();
  const options = { book, masterTenantUuid: MASTER, uuidOfName: (name: string) => `uuid of ${name}`, now: () => momentOf(1_000) };
  return { book, administration: openAccessAdministration(options) };
}

test('the first start makes the master tenant and one token that may do everything, and no later start another', async () => {
  const { book, administration } = opened();
  const [first, second] = [await administration.ensureAdministratorToken(), await administration.ensureAdministratorToken()];
  expect(first?.token).toMatchObject({ name: 'administrator', acl: ['#'], tenantUuid: MASTER, userUuid: null, expiresAt: null });
  expect(second).toBeNull();
  expect(await book.tenants()).toEqual([{ uuid: MASTER, parentUuid: null, name: 'master' }]);
  await administration.revokeToken(first?.token.id ?? 0);
  expect(await administration.ensureAdministratorToken()).toBeNull();
});

test('what a token reads like is said once and kept nowhere', async () => {
  const { book, administration } = opened();
  const { secret } = await administration.createToken(WISH);
  expect(JSON.stringify([await book.tokens(), await administration.tokens()])).not.toContain(secret);
  expect(await book.tokenByHash(hashOfToken(secret) ?? '')).toMatchObject({ name: 'reports' });
});

test('a token is removed when it expired so many days ago, not earlier', async () => {
  let now = momentOf(0);
  const administration = openAccessAdministration({
    ...{ book: new MemoryAccessBook(), masterTenantUuid: MASTER, uuidOfName: (name: string) => name },
    now: () => now,
  });
  await administration.createToken({ ...WISH, name: 'short', expiresInDays: 1 });
  await administration.createToken({ ...WISH, name: 'lasting' });
  now = momentOf(8 * 86_400 - 1);
  expect(await administration.removeExpiredTokens(7)).toBe(0);
  now = momentOf(8 * 86_400);
  expect(await administration.removeExpiredTokens(7)).toBe(1);
  expect((await administration.tokens()).map(({ name }) => name)).toEqual(['lasting']);
});

test('a tenant is named by its uuid, in either case, or by its name', async () => {
  const { administration } = opened();
  await administration.createTenant({ name: 'acme', uuid: ACME, parent: null });
  for (const tenant of [ACME, ACME.toLowerCase(), 'acme']) {
    expect((await administration.createToken({ ...WISH, tenant })).token.tenantUuid).toBe(ACME.toLowerCase());
  }
  await expect(administration.createToken({ ...WISH, tenant: 'amce' })).rejects.toMatchObject({
    code: 'TENANT_NOT_FOUND',
    message: 'There is no tenant amce; callstitch tenant list shows those that there are.',
  });
});

test('a tenant without a uuid has the one that calls of a tenant of that name have', async () => {
  const { administration } = opened();
  await administration.createTenant({ name: 'acme', uuid: null, parent: null });
  expect(await administration.createTenant({ name: 'lab', uuid: null, parent: 'acme' })).toEqual({
    uuid: 'uuid of lab',
    parentUuid: 'uuid of acme',
    name: 'lab',
  });
});

test('a name or a uuid that is taken is refused with the tenant that has it', async () => {
  const { administration } = opened();
  await administration.createTenant({ name: 'acme', uuid: ACME, parent: null });
  const taken = `There is a tenant acme with the uuid ${ACME.toLowerCase()} already; choose another name or uuid.`;
  await expect(administration.createTenant({ name: 'acme', uuid: null, parent: null })).rejects.toMatchObject({ message: taken });
  await expect(administration.createTenant({ name: 'two', uuid: ACME, parent: null })).rejects.toMatchObject({ message: taken });
});

test('a tenant stays while it is needed, with what for', async () => {
  const { administration } = opened();
  await administration.createTenant({ name: 'acme', uuid: null, parent: null });
  await administration.createTenant({ name: 'lab', uuid: null, parent: 'acme' });
  const { token } = await administration.createToken({ ...WISH, tenant: 'acme' });
  await expect(administration.deleteTenant('acme')).rejects.toMatchObject({
    code: 'TENANT_IN_USE',
    message:
      'The tenant acme stays, because 1 tenant is below it and 1 token of it works; delete the tenants below it and revoke its tokens first.',
  });
  await administration.deleteTenant('lab');
  await administration.revokeToken(token.id);
  expect((await administration.deleteTenant('acme')).name).toBe('acme');
  await expect(administration.deleteTenant('master')).rejects.toMatchObject({ code: 'TENANT_IN_USE' });
});

test('a token that is not there cannot be revoked', async () => {
  await expect(opened().administration.revokeToken(12)).rejects.toMatchObject({
    code: 'TOKEN_NOT_FOUND',
    message: 'There is no token with the id 12; callstitch token list shows those that there are.',
  });
});
