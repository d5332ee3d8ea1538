import type { Authentication, Bearer } from './authentication.js';

/** What a request says about itself before anything is done for it. */
export interface Knock {
  /** null or empty when the request has none. */
  readonly token: string | null;
  readonly requiredAccess: string;
  /** Of the header `Wazo-Tenant`. */
  readonly headerTenantUuid: string | null;
  /** Of the query, where a route allows one; it goes before the header. */
  readonly queryTenantUuid: string | null;
}

export type Admission =
  | {
      readonly kind: 'admitted';
      readonly bearer: Bearer;
      /** The tenant that the request is for. */
      readonly tenantUuid: string;
    }
  | { readonly kind: 'unauthorized'; readonly reason: 'not_found_or_expired' | 'missing_permission_or_invalid_tenant' }
  /** A tenant of the query that the token may not use. */
  | { readonly kind: 'unauthorized-tenant'; readonly tenantUuid: string };

/** Lets a request in, or says why not, in the words of the REST contract. */
export async function admit(knock: Knock, authentication: Authentication): Promise<Admission> {
  const { token, requiredAccess, headerTenantUuid, queryTenantUuid } = knock;
  if (token === null || token === '') return { kind: 'unauthorized', reason: 'not_found_or_expired' };
  const answer = await authentication.check({ token, requiredAccess, tenantUuid: headerTenantUuid });
  if (answer.kind === 'unknown-token') return { kind: 'unauthorized', reason: 'not_found_or_expired' };
  if (answer.kind === 'denied') return { kind: 'unauthorized', reason: 'missing_permission_or_invalid_tenant' };
  const { bearer } = answer;
  const tenantUuid = (queryTenantUuid ?? headerTenantUuid ?? bearer.tenantUuid).toLowerCase();
  if (queryTenantUuid === null || tenantUuid === bearer.tenantUuid) return { kind: 'admitted', bearer, tenantUuid };
  const visible = await authentication.visibleTenants({ token, tenantUuid });
  return visible === null ? { kind: 'unauthorized-tenant', tenantUuid: queryTenantUuid } : { kind: 'admitted', bearer, tenantUuid };
}
