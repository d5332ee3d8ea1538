/** Of one tenant. */
export interface TenantCounts {
  readonly tenantUuid: string;
  readonly callLogs: number;
  /** Recordings that lose their files. */
  readonly recordings: number;
}

/** What a purge would delete. */
export interface PurgePreview {
  /** Tenants that would lose something, by uuid. */
  readonly tenants: readonly TenantCounts[];
  readonly cels: number;
  readonly exports: number;
  /** Call logs that each policy expires and none holds; the same one may be expired by several. */
  readonly policies: readonly { readonly policy: string; readonly callLogs: number }[];
}

/** A file that could not be removed, and why; the next purge tries again. */
export interface FileFailure {
  readonly path: string;
  readonly reason: string;
}

/** What a purge deleted. */
export interface PurgeReport {
  readonly runId: number;
  readonly tenants: readonly TenantCounts[];
  readonly cels: number;
  readonly exports: number;
  /** Months that went as a whole. */
  readonly months: number;
  /** Files that could not be removed; the first hundred. */
  readonly failures: readonly FileFailure[];
  /** All files that could not be removed. */
  readonly failed: number;
}

/** Adds up what batches deleted, by tenant. */
export class TenantTally {
  private readonly counts = new Map<string, { callLogs: number; recordings: number }>();

  add(kind: 'callLogs' | 'recordings', tenants: Iterable<readonly [tenantUuid: string, count: number]>): void {
    for (const [tenantUuid, count] of tenants) {
      const own = this.counts.get(tenantUuid) ?? { callLogs: 0, recordings: 0 };
      own[kind] += count;
      this.counts.set(tenantUuid, own);
    }
  }

  /** By tenant, in the order of their uuids; those of which nothing was deleted are left out. */
  result(): readonly TenantCounts[] {
    return [...this.counts]
      .filter(([, { callLogs, recordings }]) => callLogs > 0 || recordings > 0)
      .map(([tenantUuid, counts]) => ({ tenantUuid, ...counts }))
      .sort((one, other) => (one.tenantUuid < other.tenantUuid ? -1 : 1));
  }
}
