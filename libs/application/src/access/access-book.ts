import type { Instant } from '@callstitch/domain';

/** Whose calls some are; all but the master tenant are below another one. */
export interface Tenant {
  readonly uuid: string;
  /** null for the master tenant, of which there is one. */
  readonly parentUuid: string | null;
  readonly name: string;
}

/** A token as it is written down; what it reads like is known to nobody but its holder. */
export interface TokenRecord {
  readonly id: number;
  readonly name: string;
  readonly tenantUuid: string;
  readonly userUuid: string | null;
  readonly acl: readonly string[];
  readonly createdAt: Instant;
  /** null for never. */
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** To the hour; null when nobody used it yet. */
  readonly lastUsedAt: Instant | null;
}

export type NewToken = Pick<TokenRecord, 'name' | 'tenantUuid' | 'userUuid' | 'acl' | 'createdAt' | 'expiresAt'> & {
  /** SHA-256 of the token, in hexadecimal digits. */
  readonly hash: string;
};

/** Why a tenant stays. */
export interface TenantNeeded {
  readonly subTenants: number;
  /** Those that still work. */
  readonly activeTokens: number;
}

/** Where our own tenants and tokens are written down. */
export interface AccessBook {
  /** All of them, by name. */
  tenants(): Promise<readonly Tenant[]>;
  /** The tenants of call logs and transcriptions that are there, also those that nobody wrote down. */
  tenantsOfCallLogs(): Promise<readonly string[]>;
  /** false when there is one with that uuid or name, or a second master tenant would come. */
  addTenant(tenant: Tenant): Promise<boolean>;
  /** Deletes a tenant together with its tokens that are spent; null, or what it is still needed for. */
  deleteTenant(uuid: string, now: Instant): Promise<TenantNeeded | null>;
  /** null when its tenant is not there. */
  addToken(token: NewToken): Promise<TokenRecord | null>;
  /** The same, but only as the first token ever: null when there is another one, however many ask at once. */
  addFirstToken(token: NewToken): Promise<TokenRecord | null>;
  tokenByHash(hash: string): Promise<TokenRecord | null>;
  /** Newest first. */
  tokens(): Promise<readonly TokenRecord[]>;
  /** Revokes a token; an earlier revocation stays. null when there is no such token. */
  revokeToken(id: number, now: Instant): Promise<TokenRecord | null>;
  /**
   * Removes tokens that expired at or before an instant, revoked or not; says how many. The newest token stays whatever it is: where there
   * is none, the next one made would be a first one.
   */
  removeExpiredTokens(until: Instant): Promise<number>;
  /** Remembers that a token was used. */
  touchToken(id: number, now: Instant): Promise<void>;
}
