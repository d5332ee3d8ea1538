import type { Instant } from '@callstitch/domain';
import type { AccessBook, NewToken, Tenant, TenantNeeded, TokenRecord } from '../access/access-book.js';
import { tokenState } from '../access/token-state.js';

/** Writes tenants and tokens down in memory. */
export class MemoryAccessBook implements AccessBook {
  /** The tenants that call logs name. */
  called: readonly string[] = [];
  /** How often a token was looked up. */
  lookUps = 0;
  #tenants: readonly Tenant[] = [];
  #tokens: readonly { readonly record: TokenRecord; readonly hash: string }[] = [];
  #lastId = 0;

  tenants(): Promise<readonly Tenant[]> {
    return Promise.resolve(this.#tenants.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  }

  tenantsOfCallLogs(): Promise<readonly string[]> {
    return Promise.resolve(this.called);
  }

  addTenant(tenant: Tenant): Promise<boolean> {
    const isTaken = this.#tenants.some(
      ({ uuid, name, parentUuid }) => uuid === tenant.uuid || name === tenant.name || (parentUuid ?? tenant.parentUuid) === null,
    );
    if (!isTaken) this.#tenants = [...this.#tenants, tenant];
    return Promise.resolve(!isTaken);
  }

  deleteTenant(uuid: string, now: Instant): Promise<TenantNeeded | null> {
    const tokens = this.#tokens.filter(({ record }) => record.tenantUuid === uuid);
    const activeTokens = tokens.filter(({ record }) => tokenState(record, now) === 'active').length;
    const subTenants = this.#tenants.filter(({ parentUuid }) => parentUuid === uuid).length;
    if (activeTokens + subTenants > 0) return Promise.resolve({ subTenants, activeTokens });
    this.#tokens = this.#tokens.filter((token) => !tokens.includes(token));
    this.#tenants = this.#tenants.filter((tenant) => tenant.uuid !== uuid);
    return Promise.resolve(null);
  }

  /** Deletes a tenant with its tokens, whatever they are needed for; says how many tokens. */
  dropTenant(uuid: string): number {
    const gone = this.#tenants.find((tenant) => tenant.uuid === uuid);
    const before = this.#tokens.length;
    this.#tokens = this.#tokens.filter(({ record }) => record.tenantUuid !== uuid);
    if (gone !== undefined) {
      const above = gone.parentUuid;
      this.#tenants = this.#tenants
        .filter((tenant) => tenant !== gone)
        .map((tenant) => (tenant.parentUuid === uuid ? { ...tenant, parentUuid: above } : tenant));
    }
    return before - this.#tokens.length;
  }

  addToken({ hash, ...token }: NewToken): Promise<TokenRecord | null> {
    if (!this.#tenants.some(({ uuid }) => uuid === token.tenantUuid)) return Promise.resolve(null);
    this.#lastId += 1;
    const record: TokenRecord = { ...token, id: this.#lastId, revokedAt: null, lastUsedAt: null };
    this.#tokens = [{ record, hash }, ...this.#tokens];
    return Promise.resolve(record);
  }

  addFirstToken(token: NewToken): Promise<TokenRecord | null> {
    return this.#tokens.length === 0 ? this.addToken(token) : Promise.resolve(null);
  }

  tokenByHash(hash: string): Promise<TokenRecord | null> {
    this.lookUps += 1;
    return Promise.resolve(this.#tokens.find((token) => token.hash === hash)?.record ?? null);
  }

  tokens(): Promise<readonly TokenRecord[]> {
    return Promise.resolve(this.#tokens.map(({ record }) => record));
  }

  revokeToken(id: number, now: Instant): Promise<TokenRecord | null> {
    this.#change(id, ({ revokedAt }) => ({ revokedAt: revokedAt ?? now }));
    return Promise.resolve(this.#tokens.find(({ record }) => record.id === id)?.record ?? null);
  }

  removeExpiredTokens(until: Instant): Promise<number> {
    const [newest, ...older] = this.#tokens;
    const kept = older.filter(({ record: { expiresAt } }) => expiresAt === null || expiresAt > until);
    this.#tokens = newest === undefined ? [] : [newest, ...kept];
    return Promise.resolve(older.length - kept.length);
  }

  touchToken(id: number, now: Instant): Promise<void> {
    this.#change(id, () => ({ lastUsedAt: now }));
    return Promise.resolve();
  }

  #change(id: number, changed: (record: TokenRecord) => Partial<TokenRecord>): void {
    this.#tokens = this.#tokens.map((token) =>
      token.record.id === id ? { ...token, record: { ...token.record, ...changed(token.record) } } : token,
    );
  }
}
