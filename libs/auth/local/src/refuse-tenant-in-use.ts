import type { Tenant, TenantNeeded } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';

/** Throws TENANT_IN_USE with what a tenant is still needed for. */
export function refuseTenantInUse({ name }: Tenant, needed: TenantNeeded | null): void {
  if (needed === null) return;
  const { subTenants, activeTokens } = needed;
  const reasons = [
    ...(subTenants === 0 ? [] : [`${subTenants} tenant${subTenants === 1 ? ' is' : 's are'} below it`]),
    ...(activeTokens === 0 ? [] : [`${activeTokens} token${activeTokens === 1 ? ' of it works' : 's of it work'}`]),
  ];
  throw new CallstitchError(
    'TENANT_IN_USE',
    `The tenant ${name} stays, because ${reasons.join(' and ')}; delete the tenants below it and revoke its tokens first.`,
  );
}
