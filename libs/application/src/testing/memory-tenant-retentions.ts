import type { TenantRetention, TenantRetentions } from '../retention/tenant-retention.js';

/** Keeps tenants' numbers of days in memory. */
export class MemoryTenantRetentions implements TenantRetentions {
  private readonly kept = new Map<string, TenantRetention>();

  list(): Promise<readonly TenantRetention[]> {
    return Promise.resolve([...this.kept.values()].sort((one, other) => (one.tenantUuid < other.tenantUuid ? -1 : 1)));
  }

  of(tenantUuid: string): Promise<TenantRetention> {
    return Promise.resolve(this.kept.get(tenantUuid) ?? { tenantUuid, callLogDays: null, recordingDays: null, exportDays: null });
  }

  replace(retention: TenantRetention): Promise<void> {
    const { tenantUuid, ...days } = retention;
    if (Object.values(days).every((one) => one === null)) this.kept.delete(tenantUuid);
    else this.kept.set(tenantUuid, retention);
    return Promise.resolve();
  }
}
