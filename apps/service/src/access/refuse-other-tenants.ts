import type { Caller } from './admitted.js';
import { ApiError } from '../http/api-error.js';

/** What is not one tenant's is for tokens of the master tenant; others get the answer of a token that lacks the access. */
export async function refuseOtherTenants(
  { token, bearer }: Caller,
  { masterTenant, access }: { readonly masterTenant: () => Promise<string | null>; readonly access: string },
): Promise<void> {
  const master = await masterTenant();
  if (master === null) throw new ApiError(503, 'not-initialized', 'wazo-call-logd is not initialized');
  if (bearer.tenantUuid === master) return;
  const details = { invalid_token: token, reason: 'missing_permission_or_invalid_tenant', required_access: access, tenant_uuid: null };
  throw new ApiError(401, 'unauthorized', 'Unauthorized', details);
}
