import type { Authentication } from '../access/authentication.js';
import type { Runner } from './generation-contract.js';
import type { AccessContent } from './memory-authentication.js';

const tenant = (number: number): string => `7a7a0000-0000-4000-8000-00000000000${number}`;
const [MASTER, ACME, ACME_PARIS, OTHER] = [tenant(1), tenant(2), tenant(3), tenant(4)];
const NOWHERE = tenant(9);
const ALICE = '5a5a0000-0000-4000-8000-000000000001';
const BOB = '5a5a0000-0000-4000-8000-000000000002';

/** What every Authentication is asked about in its contract. */
const ACCESS_CONTENT: AccessContent = {
  tenants: [
    { uuid: MASTER, parentUuid: null, name: 'master' },
    { uuid: ACME, parentUuid: MASTER, name: 'acme' },
    { uuid: ACME_PARIS, parentUuid: ACME, name: 'acme-paris' },
    { uuid: OTHER, parentUuid: MASTER, name: 'other' },
  ],
  tokens: [
    { token: 'administrator', tenantUuid: MASTER, userUuid: null, acl: ['#'] },
    { token: 'acme-reader', tenantUuid: ACME, userUuid: null, acl: ['call-logd.#.read', '!call-logd.retention.read'] },
    { token: 'alice', tenantUuid: ACME_PARIS, userUuid: ALICE, acl: ['call-logd.users.me.#'] },
    { token: 'yesterday', tenantUuid: MASTER, userUuid: null, acl: ['#'], expired: true },
  ],
};

const READ = 'call-logd.cdr.read';

/** What every Authentication must do; the fake, our own tokens and those of a wazo-auth run the same sentences. */
export function authenticationContract(open: (content: AccessContent) => Promise<Authentication>, { test, expect }: Runner): void {
  const opened = (name: string, run: (authentication: Authentication) => Promise<void>): void =>
    test(name, async () => run(await open(ACCESS_CONTENT)));

  opened('a token is granted what its list grants, and speaks for its tenant and user', async (authentication) => {
    const ask = (token: string, requiredAccess: string) => authentication.check({ token, requiredAccess, tenantUuid: null });
    expect(await ask('administrator', READ)).toMatchObject({ kind: 'granted', bearer: { tenantUuid: MASTER, userUuid: null } });
    expect(await ask('acme-reader', READ)).toMatchObject({ kind: 'granted', bearer: { tenantUuid: ACME, userUuid: null } });
    expect(await ask('alice', 'call-logd.users.me.cdr.read')).toMatchObject({
      kind: 'granted',
      bearer: { tenantUuid: ACME_PARIS, userUuid: ALICE },
    });
    expect(await ask('alice', `call-logd.users.${ALICE}.cdr.read`)).toMatchObject({ kind: 'granted' });
  });

  opened('what is not granted, and what is denied, is denied', async (authentication) => {
    const asked: readonly (readonly [string, string])[] = [
      ['acme-reader', 'call-logd.retention.update'],
      ['acme-reader', 'call-logd.retention.read'],
      ['alice', READ],
      ['alice', `call-logd.users.${BOB}.cdr.read`],
    ];
    for (const [token, requiredAccess] of asked) {
      expect(await authentication.check({ token, requiredAccess, tenantUuid: null })).toEqual({ kind: 'denied' });
    }
  });

  opened('a token that is no one’s is unknown, whatever it looks like', async (authentication) => {
    const tokens = ['nobody', 'yesterday', 'Administrator', '', '..', '../status', 'administrator?x', 'a b', 'naïve', 'x'.repeat(10_000)];
    for (const token of tokens) {
      expect(await authentication.check({ token, requiredAccess: READ, tenantUuid: null })).toEqual({ kind: 'unknown-token' });
      expect(await authentication.visibleTenants({ token, tenantUuid: MASTER })).toEqual(null);
    }
  });

  opened('a token is used for its tenant and those below, and for no other', async (authentication) => {
    const ask = async (tenantUuid: string) => (await authentication.check({ token: 'acme-reader', requiredAccess: READ, tenantUuid })).kind;
    expect([await ask(ACME), await ask(ACME_PARIS), await ask(ACME.toUpperCase())]).toEqual(['granted', 'granted', 'granted']);
    expect([await ask(MASTER), await ask(OTHER), await ask(NOWHERE), await ask('x')]).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  opened('in another tenant the token still speaks for its own', async (authentication) => {
    const answer = await authentication.check({ token: 'administrator', requiredAccess: READ, tenantUuid: OTHER });
    expect(answer).toMatchObject({ kind: 'granted', bearer: { tenantUuid: MASTER, userUuid: null } });
  });

  opened('visible are a tenant and all below it, where the token may use it', async (authentication) => {
    const ask = async (token: string, tenantUuid: string) =>
      (await authentication.visibleTenants({ token, tenantUuid }))?.toSorted() ?? null;
    expect(await ask('administrator', MASTER)).toEqual([MASTER, ACME, ACME_PARIS, OTHER]);
    expect(await ask('administrator', ACME)).toEqual([ACME, ACME_PARIS]);
    expect(await ask('acme-reader', ACME)).toEqual([ACME, ACME_PARIS]);
    expect(await ask('acme-reader', ACME_PARIS.toUpperCase())).toEqual([ACME_PARIS]);
    expect([await ask('acme-reader', MASTER), await ask('acme-reader', OTHER), await ask('acme-reader', NOWHERE)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  opened('who may not list tenants sees the token’s own', async (authentication) => {
    expect(await authentication.visibleTenants({ token: 'alice', tenantUuid: ACME_PARIS })).toEqual([ACME_PARIS]);
    expect(await authentication.visibleTenants({ token: 'alice', tenantUuid: OTHER })).toEqual(null);
  });

  opened('the same question has the same answer when it is asked again', async (authentication) => {
    const ask = async () => [
      await authentication.check({ token: 'acme-reader', requiredAccess: READ, tenantUuid: ACME }),
      await authentication.check({ token: 'acme-reader', requiredAccess: READ, tenantUuid: OTHER }),
      await authentication.visibleTenants({ token: 'acme-reader', tenantUuid: ACME }),
    ];
    expect(await ask()).toEqual(await ask());
  });
}
