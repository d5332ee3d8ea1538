/** What a request shows and wants. */
export interface AccessQuestion {
  readonly token: string;
  /** In wazo-auth's language, such as `call-logd.cdr.read`. */
  readonly requiredAccess: string;
  /** The tenant that the request is for; null for the token's own. */
  readonly tenantUuid: string | null;
}

/** Who a token speaks for. */
export interface Bearer {
  /** The token's own tenant. */
  readonly tenantUuid: string;
  /** null for a token that is no person's. */
  readonly userUuid: string | null;
  /** Of our own tokens; null for those of a wazo-auth. */
  readonly tokenId: number | null;
}

export type AccessAnswer =
  | { readonly kind: 'granted'; readonly bearer: Bearer }
  /** Never given out, expired or revoked. */
  | { readonly kind: 'unknown-token' }
  /** The access is not granted, or not in that tenant. */
  | { readonly kind: 'denied' };

/** A tenant and all below it: never none, because a list of no tenants is too easily read as all of them. */
export type TenantUuids = readonly [string, ...string[]];

/**
 * Says what a token may do, and where. Our own tokens and those of a wazo-auth answer alike; both reject with
 * AUTH_UNREACHABLE or a failure of the database when they cannot tell, which is never a yes.
 */
export interface Authentication {
  check(question: AccessQuestion): Promise<AccessAnswer>;
  /** The tenant and those below it that the token sees; null when it may not use that tenant. */
  visibleTenants(which: { readonly token: string; readonly tenantUuid: string }): Promise<TenantUuids | null>;
}
