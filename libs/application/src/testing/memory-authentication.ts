import type { Tenant } from '../access/access-book.js';
import { accessGranted } from '../access/access-granted.js';
import type { AccessAnswer, AccessQuestion, Authentication, TenantUuids } from '../access/authentication.js';
import { tenantsBelow } from '../access/tenants-below.js';

/** One token of an authentication on test; an expired one is there but unknown. */
export interface TokenContent {
  readonly token: string;
  readonly tenantUuid: string;
  readonly userUuid: string | null;
  readonly acl: readonly string[];
  readonly expired?: true;
}

/** What an authentication on test knows. */
export interface AccessContent {
  readonly tenants: readonly Tenant[];
  readonly tokens: readonly TokenContent[];
}

/** Answers from a list that is given to it. */
export class MemoryAuthentication implements Authentication {
  constructor(public content: AccessContent) {}

  check({ token, requiredAccess, tenantUuid }: AccessQuestion): Promise<AccessAnswer> {
    const known = this.find(token);
    if (known === null) return Promise.resolve({ kind: 'unknown-token' });
    const { acl, userUuid } = known;
    const isFor = tenantUuid === null || this.#sees(known).includes(tenantUuid.toLowerCase());
    if (!isFor || !accessGranted(acl, requiredAccess, { userUuid })) return Promise.resolve({ kind: 'denied' });
    return Promise.resolve({ kind: 'granted', bearer: { tenantUuid: known.tenantUuid, userUuid, tokenId: null } });
  }

  visibleTenants({ token, tenantUuid }: { readonly token: string; readonly tenantUuid: string }): Promise<TenantUuids | null> {
    const known = this.find(token);
    const wanted = tenantUuid.toLowerCase();
    const allowed = known !== null && this.#sees(known).includes(wanted);
    return Promise.resolve(allowed ? tenantsBelow(wanted, this.content.tenants) : null);
  }

  find(token: string): TokenContent | null {
    return this.content.tokens.find((each) => each.token === token && each.expired !== true) ?? null;
  }

  #sees({ tenantUuid }: TokenContent): readonly string[] {
    return tenantsBelow(tenantUuid, this.content.tenants) ?? [];
  }
}
