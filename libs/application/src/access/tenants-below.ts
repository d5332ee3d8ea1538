import type { Tenant } from './access-book.js';
import type { TenantUuids } from './authentication.js';

/**
 * A tenant and all below it, the tenant first; null for one that is not known. The master tenant also sees the tenants of
 * `found`, which call logs name and nobody wrote down: else the calls of a tenant that only the phone system knows would be nobody's.
 */
export function tenantsBelow(uuid: string, tenants: readonly Tenant[], found: readonly string[] = []): TenantUuids | null {
  const top = tenants.find((tenant) => tenant.uuid === uuid);
  if (top === undefined) return null;
  const seen = new Set([uuid]);
  // A set grows while it is walked through: those below the ones below come, too.
  for (const above of seen) for (const tenant of tenants) if (tenant.parentUuid === above) seen.add(tenant.uuid);
  if (top.parentUuid === null) {
    const known = new Set(tenants.map((tenant) => tenant.uuid));
    for (const stranger of found) if (!known.has(stranger)) seen.add(stranger);
  }
  return [...seen] as [string, ...string[]];
}
