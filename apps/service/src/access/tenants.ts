import type { Authentication } from '@callstitch/application';
import { ApiError } from '../http/api-error.js';
import type { Caller } from './admitted.js';

export type Tenants = readonly [string, ...string[]];

/** The tenants that a caller looks at: the request's own, or with those below it. */
export async function tenantsOf({ token, tenantUuid }: Caller, recurse: boolean, authentication: Authentication): Promise<Tenants> {
  if (!recurse) return [tenantUuid];
  const visible = await authentication.visibleTenants({ token, tenantUuid });
  if (visible === null) throw new ApiError(401, 'unauthorized-tenant', 'Unauthorized tenant', { tenant_uuid: tenantUuid });
  return visible;
}
