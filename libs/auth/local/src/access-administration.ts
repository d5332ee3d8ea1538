import type { AccessBook, Tenant, TokenRecord } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError, isUuid, secondsAfter } from '@callstitch/domain';
import { refuseTenantInUse } from './refuse-tenant-in-use.js';
import { hashOfToken, newTokenSecret } from './token-secret.js';

/** What a new token is to be; `tenant` is a uuid or a name, null for the master tenant. */
export interface TokenWish {
  readonly name: string;
  readonly acl: readonly string[];
  readonly tenant: string | null;
  readonly userUuid: string | null;
  /** null for never. */
  readonly expiresInDays: number | null;
}

/** A token with what it reads like, which is said here and never again. */
export interface ShownOnce {
  readonly secret: string;
  readonly token: TokenRecord;
}

/** What a new tenant is to be; `parent` is a uuid or a name, null for the master tenant. */
export interface NewTenant {
  readonly name: string;
  /** null for the uuid that calls of a tenant of that name have. */
  readonly uuid: string | null;
  readonly parent: string | null;
}

/** All that can be done with our own tenants and tokens. */
export interface AccessAdministration {
  createToken(wish: TokenWish): Promise<ShownOnce>;
  /** Newest first. */
  tokens(): Promise<readonly TokenRecord[]>;
  revokeToken(id: number): Promise<TokenRecord>;
  /** Removes what expired so many days ago or earlier; says how many. */
  removeExpiredTokens(days: number): Promise<number>;
  createTenant(tenant: NewTenant): Promise<Tenant>;
  tenants(): Promise<readonly Tenant[]>;
  /** Deletes a tenant by its uuid or name; refused while a token of it works or a tenant is below it. Its call logs stay. */
  deleteTenant(tenant: string): Promise<Tenant>;
  /** The first token, which may do everything; null when there is or ever was another one. */
  ensureAdministratorToken(): Promise<ShownOnce | null>;
}

export interface AccessAdministrationOptions {
  readonly book: AccessBook;
  /** The tenant of calls that nobody's directory gives one: so the administrator sees them. */
  readonly masterTenantUuid: string;
  readonly uuidOfName: (name: string) => string;
  readonly now: () => Instant;
}

const DAY_SECONDS = 86_400;

/** Opens the administration of tenants and tokens. The master tenant is made when it is first needed. */
export function openAccessAdministration({ book, masterTenantUuid, uuidOfName, now }: AccessAdministrationOptions): AccessAdministration {
  const masterTenant = async (): Promise<Tenant> => {
    const isMaster = ({ parentUuid }: Tenant): boolean => parentUuid === null;
    const there = (await book.tenants()).find(isMaster);
    if (there !== undefined) return there;
    // Another process may be quicker; then the one it made counts.
    await book.addTenant({ uuid: masterTenantUuid, parentUuid: null, name: 'master' });
    return found((await book.tenants()).find(isMaster), 'master');
  };
  const tenantOf = async (named: string | null): Promise<Tenant> => {
    const master = await masterTenant();
    if (named === null) return master;
    const uuid = isUuid(named) ? named.toLowerCase() : null;
    return found(
      (await book.tenants()).find((tenant) => tenant.uuid === uuid || tenant.name === named),
      named,
    );
  };
  const newToken = (tenant: Tenant, wish: Omit<TokenWish, 'tenant'>) => {
    const secret = newTokenSecret();
    const createdAt = now();
    const { name, acl, userUuid, expiresInDays } = wish;
    const expiresAt = expiresInDays === null ? null : secondsAfter(createdAt, expiresInDays * DAY_SECONDS);
    return { secret, record: { hash: hashOfToken(secret) ?? '', name, acl, userUuid, tenantUuid: tenant.uuid, createdAt, expiresAt } };
  };

  return {
    async createToken({ tenant: named, ...wish }) {
      const tenant = await tenantOf(named);
      const { secret, record } = newToken(tenant, wish);
      return { secret, token: found(await book.addToken(record), tenant.name) };
    },
    tokens: () => book.tokens(),
    async revokeToken(id) {
      const token = await book.revokeToken(id, now());
      if (token !== null) return token;
      throw new CallstitchError(
        'TOKEN_NOT_FOUND',
        `There is no token with the id ${id}; callstitch token list shows those that there are.`,
      );
    },
    removeExpiredTokens: (days) => book.removeExpiredTokens(secondsAfter(now(), -days * DAY_SECONDS)),
    async createTenant({ name, uuid, parent }) {
      const { uuid: parentUuid } = await tenantOf(parent);
      const tenant = { uuid: uuid?.toLowerCase() ?? uuidOfName(name), parentUuid, name };
      if (await book.addTenant(tenant)) return tenant;
      const taken = (await book.tenants()).find((each) => each.name === name || each.uuid === tenant.uuid);
      throw new CallstitchError(
        'ARGUMENT_INVALID',
        `There is a tenant ${taken?.name ?? name} with the uuid ${taken?.uuid ?? tenant.uuid} already; choose another name or uuid.`,
      );
    },
    async tenants() {
      await masterTenant();
      return book.tenants();
    },
    async deleteTenant(named) {
      const tenant = await tenantOf(named);
      if (tenant.parentUuid === null) {
        throw new CallstitchError(
          'TENANT_IN_USE',
          `The tenant ${tenant.name} is the master tenant, which stays; revoke its tokens instead.`,
        );
      }
      refuseTenantInUse(tenant, await book.deleteTenant(tenant.uuid, now()));
      return tenant;
    },
    async ensureAdministratorToken() {
      if ((await book.tokens()).length > 0) return null;
      const wish = { name: 'administrator', acl: ['#'], userUuid: null, expiresInDays: null };
      const { secret, record } = newToken(await masterTenant(), wish);
      const token = await book.addFirstToken(record);
      return token === null ? null : { secret, token };
    },
  };
}

function found<Thing>(thing: Thing | null | undefined, tenant: string): Thing {
  if (thing !== null && thing !== undefined) return thing;
  throw new CallstitchError('TENANT_NOT_FOUND', `There is no tenant ${tenant}; callstitch tenant list shows those that there are.`);
}
