import type { StoredTenant, TenantPurged, TenantRegistry, TenantRemoved } from '@callstitch/application';
import type { RunTrigger } from '../run-trigger.js';

/** Tenants with all that is kept of them, whoever made them. */
export interface Tenants {
  /** Those of whom something is kept and of whom a registry knows nothing. Rejects with TENANTS_UNSURE when it cannot be believed. */
  unknownTo(registry: TenantRegistry): Promise<readonly StoredTenant[]>;
  /** What a removal would delete. */
  previewRemoval(tenantUuid: string): Promise<TenantPurged>;
  /** Removes everything of a tenant for good, files too, whatever retention says and is held. Safe to repeat; recorded as a purge. */
  remove(tenantUuid: string, wishes?: RunTrigger): Promise<TenantRemoved>;
}
