import { MemoryAccessBook, momentOf } from '@callstitch/application/testing';
import type { AccessAdministration } from './access-administration.js';
import { openAccessAdministration } from './access-administration.js';
import { LocalAuthentication } from './local-authentication.js';

let seconds: number;
let book: MemoryAccessBook;
let administration: AccessAdministration;
beforeEach(() => {
  seconds = 100_000;
  book = new MemoryAccessBook();
  administration = openAccessAdministration({ book, masterTenantUuid: 'master', uuidOfName: (name) => `uuid of ${name}`, now });
});
const now = () => momentOf(seconds);
const WISH = { name: 'reports', acl: ['call-logd.cdr.read'], tenant: null, userUuid: null, expiresInDays: null };
const asked = (token: string) => ({ token, requiredAccess: 'call-logd.cdr.read', tenantUuid: null });

test('a revocation counts after five seconds at the latest', async () => {
  const { secret, token } = await administration.createToken(WISH);
  const authentication = new LocalAuthentication({ book, now });
  expect(await authentication.check(asked(secret))).toMatchObject({ kind: 'granted' });
  await administration.revokeToken(token.id);
  seconds += 5;
  expect(await authentication.check(asked(secret))).toEqual({ kind: 'unknown-token' });
});

test('an expiry counts at once', async () => {
  const { secret } = await administration.createToken({ ...WISH, expiresInDays: 1 });
  const authentication = new LocalAuthentication({ book, now });
  seconds += 86_399;
  expect(await authentication.check(asked(secret))).toMatchObject({ kind: 'granted' });
  seconds += 1;
  expect(await authentication.check(asked(secret))).toEqual({ kind: 'unknown-token' });
});

test('a token that comes after a refusal is known at once', async () => {
  const authentication = new LocalAuthentication({ book, now });
  expect(await authentication.check(asked('mine'))).toEqual({ kind: 'unknown-token' });
  const { secret } = await administration.createToken(WISH);
  expect(await authentication.check(asked(secret))).toMatchObject({ kind: 'granted' });
});

test('many questions are few look-ups, and a use is written down once an hour', async () => {
  const { secret } = await administration.createToken(WISH);
  const authentication = new LocalAuthentication({ book, now });
  for (let times = 0; times < 10; times += 1) await authentication.check(asked(secret));
  expect(book.lookUps).toBe(1);
  expect(await book.tokens()).toMatchObject([{ lastUsedAt: momentOf(100_000) }]);
  seconds += 3_599;
  await authentication.check(asked(secret));
  expect(await book.tokens()).toMatchObject([{ lastUsedAt: momentOf(100_000) }]);
  seconds += 1;
  await authentication.check(asked(secret));
  expect(await book.tokens()).toMatchObject([{ lastUsedAt: momentOf(103_600) }]);
});

test('a use that cannot be written down keeps nobody out', async () => {
  const { secret } = await administration.createToken(WISH);
  book.touchToken = () => Promise.reject(new Error('read only'));
  expect(await new LocalAuthentication({ book, now }).check(asked(secret))).toMatchObject({ kind: 'granted' });
});

test('the administrator sees tenants that only call logs name, and others do not', async () => {
  const acme = await administration.createTenant({ name: 'acme', uuid: null, parent: null });
  const administrator = await administration.createToken({ ...WISH, acl: ['#'] });
  const reader = await administration.createToken({ ...WISH, tenant: 'acme' });
  book.called = ['stranger', acme.uuid];
  const authentication = new LocalAuthentication({ book, now });
  const seen = (token: string, tenantUuid: string) => authentication.visibleTenants({ token, tenantUuid });
  expect(await seen(administrator.secret, 'master')).toEqual(['master', 'uuid of acme', 'stranger']);
  expect(await seen(administrator.secret, 'stranger')).toEqual(['stranger']);
  expect(await seen(reader.secret, 'stranger')).toBeNull();
  expect(await authentication.check({ ...asked(reader.secret), tenantUuid: 'stranger' })).toEqual({ kind: 'denied' });
});
