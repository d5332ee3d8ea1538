/** A tenant of whom something is kept. */
export interface StoredTenant {
  readonly tenantUuid: string;
  /** null when nobody made it: its calls, days or transcriptions name it. */
  readonly name: string | null;
  /** The tenant at the top, which is never removed. */
  readonly isMaster: boolean;
}

/** What is still there of a tenant that a purge removes. */
export interface TenantLeft {
  readonly callLogs: number;
  readonly exports: number;
}

/** What went with a tenant. */
export interface TenantForgotten {
  readonly transcriptions: number;
  /** Working ones and spent ones. */
  readonly tokens: number;
}

/** All that is kept by tenant. */
export interface TenantBook {
  /** Everybody of whom something is kept, by uuid. */
  stored(): Promise<readonly StoredTenant[]>;
  left(tenantUuid: string): Promise<TenantLeft>;
  /**
   * Forgets a tenant all at once: its tokens, days, transcriptions and what was to be announced of them. Its call logs that were
   * only forgotten are gone for good: no run makes them again. Tenants below it come below the one above it. Nobody knows it: nothing happens.
   */
  forget(tenantUuid: string): Promise<TenantForgotten>;
}
