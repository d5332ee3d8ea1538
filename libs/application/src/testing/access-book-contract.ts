import type { Instant } from '@callstitch/domain';
import type { AccessBook, NewToken } from '../access/access-book.js';
import { momentOf } from './a-call.js';
import type { Runner } from './generation-contract.js';

const [MASTER, ACME, NOWHERE] = [1, 2, 9].map((number) => `7a7a0000-0000-4000-8000-00000000000${number}`) as [string, string, string];
const master = { uuid: MASTER, parentUuid: null, name: 'master' };
const acme = { uuid: ACME, parentUuid: MASTER, name: 'acme' };

const NOW = momentOf(1_000);
const LATER = momentOf(2_000);

function token(changed: Partial<NewToken> = {}): NewToken {
  const acl = ['call-logd.#', '!call-logd.retention.update', '{"odd", access}'];
  return { hash: 'a1', name: 'reports', tenantUuid: ACME, userUuid: null, acl, createdAt: NOW, expiresAt: null, ...changed };
}

/** What every AccessBook must do; the one in memory and the one on PostgreSQL run the same sentences. */
export function accessBookContract(open: () => Promise<AccessBook>, { test, expect }: Runner): void {
  const opened = (name: string, run: (book: AccessBook) => Promise<void>): void =>
    test(name, async () => {
      const book = await open();
      expect([await book.addTenant(master), await book.addTenant(acme)]).toEqual([true, true]);
      return run(book);
    });

  opened('a uuid and a name belong to one tenant, and there is one master tenant', async (book) => {
    expect(await book.addTenant({ ...acme, name: 'acme 2' })).toEqual(false);
    expect(await book.addTenant({ ...acme, uuid: NOWHERE })).toEqual(false);
    expect(await book.addTenant({ uuid: NOWHERE, parentUuid: null, name: 'second' })).toEqual(false);
    expect(await book.tenants()).toEqual([acme, master]);
  });

  opened('a token is found by its hash, as it was written down', async (book) => {
    const expiresAt = (NOW + 1) as Instant;
    const { hash, ...kept } = token({ userUuid: NOWHERE, expiresAt });
    const added = await book.addToken({ hash, ...kept });
    expect(added).toEqual({ ...kept, id: added?.id, revokedAt: null, lastUsedAt: null });
    expect([await book.tokenByHash('a1'), await book.tokenByHash('a2')]).toEqual([added, null]);
    expect(await book.tokens()).toEqual([added]);
  });

  opened('a token of no tenant is not written down', async (book) => {
    expect([await book.addToken(token({ tenantUuid: NOWHERE })), await book.tokens()]).toEqual([null, []]);
  });

  opened('of all that ask at once for the first token one gets it', async (book) => {
    const asked = await Promise.all(['a', 'b', 'c', 'd'].map((hash) => book.addFirstToken(token({ hash }))));
    expect([asked.filter((each) => each !== null).length, (await book.tokens()).length]).toEqual([1, 1]);
    expect(await book.addFirstToken(token({ hash: 'e' }))).toEqual(null);
  });

  opened('a revocation stays at its first instant', async (book) => {
    const id = (await book.addToken(token()))?.id ?? 0;
    expect(await book.revokeToken(id, NOW)).toMatchObject({ id, revokedAt: NOW });
    expect(await book.revokeToken(id, LATER)).toMatchObject({ id, revokedAt: NOW });
    expect(await book.tokenByHash('a1')).toMatchObject({ revokedAt: NOW });
    expect(await book.revokeToken(id + 1, LATER)).toEqual(null);
  });

  opened('a use is remembered', async (book) => {
    const id = (await book.addToken(token()))?.id ?? 0;
    await book.touchToken(id, LATER);
    expect(await book.tokens()).toMatchObject([{ id, lastUsedAt: LATER }]);
  });

  opened('tokens that expired by an instant are removed, revoked or not; others stay, and so does the newest', async (book) => {
    const add = (hash: string, expiresAt: Instant | null) => book.addToken(token({ hash, expiresAt }));
    const [, revoked] = [await add('a1', NOW), await add('a2', NOW), await add('a3', LATER), await add('a4', null)];
    await book.revokeToken(revoked?.id ?? 0, NOW);
    expect([await book.removeExpiredTokens((NOW - 1) as Instant), await book.removeExpiredTokens(NOW)]).toEqual([0, 2]);
    const kept = async (): Promise<number> => (await book.tokens()).length;
    expect([await kept(), await book.tokenByHash('a2')]).toEqual([2, null]);
    await add('a5', NOW);
    expect([await book.removeExpiredTokens(NOW), await kept(), await book.addFirstToken(token({ hash: 'a6' }))]).toEqual([0, 3, null]);
  });

  opened('a tenant stays as long as something is below it or a token of it works', async (book) => {
    const ids = [];
    for (const hash of ['a1', 'a2']) ids.push((await book.addToken(token({ hash })))?.id ?? 0);
    await book.addToken(token({ hash: 'a3', expiresAt: LATER }));
    expect(await book.deleteTenant(MASTER, NOW)).toEqual({ subTenants: 1, activeTokens: 0 });
    expect(await book.deleteTenant(ACME, NOW)).toEqual({ subTenants: 0, activeTokens: 3 });
    for (const id of ids) await book.revokeToken(id, NOW);
    expect(await book.deleteTenant(ACME, NOW)).toEqual({ subTenants: 0, activeTokens: 1 });
    expect(await book.deleteTenant(ACME, LATER)).toEqual(null);
    expect([await book.tenants(), await book.tokens()]).toEqual([[master], []]);
  });
}
