import type { AccessAnswer, AccessBook, AccessQuestion, Authentication, Tenant, TenantUuids, TokenRecord } from '@callstitch/application';
import { BriefMemory, accessGranted, tenantsBelow, tokenState } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { secondsBetween } from '@callstitch/domain';
import { hashOfToken } from './token-secret.js';

export interface LocalAuthenticationOptions {
  readonly book: AccessBook;
  readonly now: () => Instant;
  /** How long what is known of a token, and of tenants, is used: so late does a revocation count at the latest. */
  readonly keepSeconds?: number;
  readonly mostKept?: number;
}

interface KnownTenants {
  readonly written: readonly Tenant[];
  readonly found: readonly string[];
}

const KEEP_SECONDS = 5;
const MOST_KEPT = 10_000;
const USE_IS_TOLD_AFTER_SECONDS = 3_600;

/** Says what our own tokens may do. */
export class LocalAuthentication implements Authentication {
  readonly #tokens: BriefMemory<TokenRecord>;
  readonly #tenants: BriefMemory<KnownTenants>;

  constructor(private readonly options: LocalAuthenticationOptions) {
    const { now, keepSeconds = KEEP_SECONDS, mostKept = MOST_KEPT } = options;
    this.#tokens = new BriefMemory({ keepSeconds, most: mostKept, now });
    this.#tenants = new BriefMemory({ keepSeconds, most: 1, now });
  }

  async check({ token, requiredAccess, tenantUuid }: AccessQuestion): Promise<AccessAnswer> {
    const known = await this.#activeToken(token);
    if (known === null) return { kind: 'unknown-token' };
    const { acl, userUuid } = known;
    if (!accessGranted(acl, requiredAccess, { userUuid })) return { kind: 'denied' };
    if (tenantUuid !== null && (await this.#below(known, tenantUuid.toLowerCase())) === null) return { kind: 'denied' };
    return { kind: 'granted', bearer: { tenantUuid: known.tenantUuid, userUuid, tokenId: known.id } };
  }

  async visibleTenants({ token, tenantUuid }: { readonly token: string; readonly tenantUuid: string }): Promise<TenantUuids | null> {
    const known = await this.#activeToken(token);
    return known === null ? null : this.#below(known, tenantUuid.toLowerCase());
  }

  async #activeToken(token: string): Promise<TokenRecord | null> {
    const { book, now } = this.options;
    const hash = hashOfToken(token);
    if (hash === null) return null;
    const known = this.#tokens.recall(hash) ?? (await book.tokenByHash(hash));
    if (known === null || tokenState(known, now()) !== 'active') return null;
    const isNews = known.lastUsedAt === null || secondsBetween(known.lastUsedAt, now()) >= USE_IS_TOLD_AFTER_SECONDS;
    const usedAt = isNews ? now() : known.lastUsedAt;
    if (this.#tokens.recall(hash) === undefined) this.#tokens.learn(hash, { ...known, lastUsedAt: usedAt });
    // That a use cannot be written down keeps nobody out.
    if (isNews) await book.touchToken(known.id, now()).catch(() => undefined);
    return known;
  }

  /** null for a tenant that the token does not see. A tenant that only call logs name has none below it. */
  async #below(token: TokenRecord, tenantUuid: string): Promise<TenantUuids | null> {
    const { written, found } = await this.#knownTenants();
    const seen = tenantsBelow(token.tenantUuid, written, found) ?? [token.tenantUuid];
    return seen.includes(tenantUuid) ? (tenantsBelow(tenantUuid, written, found) ?? [tenantUuid]) : null;
  }

  async #knownTenants(): Promise<KnownTenants> {
    const kept = this.#tenants.recall('all');
    if (kept !== undefined) return kept;
    const [written, found] = await Promise.all([this.options.book.tenants(), this.options.book.tenantsOfCallLogs()]);
    this.#tenants.learn('all', { written, found });
    return { written, found };
  }
}
