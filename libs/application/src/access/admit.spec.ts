import { MemoryAuthentication } from '../testing/memory-authentication.js';
import type { Knock } from './admit.js';
import { admit } from './admit.js';

const authentication = new MemoryAuthentication({
  tenants: [
    { uuid: 'master', parentUuid: null, name: 'master' },
    { uuid: 'acme', parentUuid: 'master', name: 'acme' },
    { uuid: 'other', parentUuid: 'master', name: 'other' },
  ],
  tokens: [
    { token: 'administrator', tenantUuid: 'master', userUuid: null, acl: ['#'] },
    { token: 'reader', tenantUuid: 'acme', userUuid: 'alice', acl: ['call-logd.cdr.read'] },
  ],
});
const knock = (changed: Partial<Knock>) =>
  admit(
    { token: 'reader', requiredAccess: 'call-logd.cdr.read', headerTenantUuid: null, queryTenantUuid: null, ...changed },
    authentication,
  );

test('without a token, or with one that is not known, nobody is let in', async () => {
  for (const token of [null, '', 'nobody']) {
    expect(await knock({ token })).toEqual({ kind: 'unauthorized', reason: 'not_found_or_expired' });
  }
});

test('a missing access and a tenant of the header that is not allowed are one reason', async () => {
  const denied = { kind: 'unauthorized', reason: 'missing_permission_or_invalid_tenant' };
  expect(await knock({ requiredAccess: 'call-logd.retention.read' })).toEqual(denied);
  expect(await knock({ headerTenantUuid: 'other' })).toEqual(denied);
});

test('the tenant of the query goes before that of the header, and that before the token’s own', async () => {
  const token = 'administrator';
  expect(await knock({ token })).toMatchObject({ kind: 'admitted', tenantUuid: 'master' });
  expect(await knock({ token, headerTenantUuid: 'acme' })).toMatchObject({ tenantUuid: 'acme' });
  expect(await knock({ token, headerTenantUuid: 'acme', queryTenantUuid: 'OTHER' })).toMatchObject({ tenantUuid: 'other' });
  expect(await knock({ queryTenantUuid: 'acme' })).toEqual({
    kind: 'admitted',
    bearer: { tenantUuid: 'acme', userUuid: 'alice', tokenId: null },
    tenantUuid: 'acme',
  });
});

test('a tenant of the query that the token may not use has a reason of its own', async () => {
  expect(await knock({ queryTenantUuid: 'other' })).toEqual({ kind: 'unauthorized-tenant', tenantUuid: 'other' });
});
