import type { FileFailure } from '../retention/purge-report.js';
import type { ExportArchives } from './export-archives.js';
import type { ExportBook, ExportLimits } from './export-book.js';

/** Exports that were deleted, or would be, of one tenant. */
export interface TenantExports {
  readonly tenantUuid: string;
  readonly exports: number;
}

export interface ExportsPurged {
  readonly tenants: readonly TenantExports[];
  /** Archives that could not be removed; their exports stay. The first hundred. */
  readonly failures: readonly FileFailure[];
  readonly failed: number;
}

export interface PurgeExportsParts {
  readonly book: Pick<ExportBook, 'countExpired' | 'expired' | 'alone'>;
  readonly archives: Pick<ExportArchives, 'remove'>;
}

/** Counts the exports that have outlived their use. */
export async function previewExports(limits: ExportLimits, book: Pick<ExportBook, 'countExpired'>): Promise<readonly TenantExports[]> {
  return byTenant(await book.countExpired(limits));
}

const AT_ONCE = 200;
const FAILURES_SHOWN = 100;

/**
 * Deletes exports that have outlived their use, whatever their status: the archive, then the row, so that no archive is left that
 * nobody knows. One that a worker is packing just now is left to the next purge.
 */
export async function purgeExports(limits: ExportLimits, { book, archives }: PurgeExportsParts): Promise<ExportsPurged> {
  const counts = new Map<string, number>();
  const failures: FileFailure[] = [];
  let failed = 0;
  for (let after: string | null = null; ;) {
    const expired: readonly { readonly uuid: string; readonly tenantUuid: string }[] = await book.expired(limits, after, AT_ONCE);
    after = expired.at(-1)?.uuid ?? null;
    if (after === null) return { tenants: byTenant(counts), failures, failed };
    for (const { uuid, tenantUuid } of expired) {
      const removal = await book.alone(uuid, async (session) => {
        const removed = await archives.remove(uuid);
        if (removed.kind !== 'failed') await session.remove();
        return removed;
      });
      if (removal === null) continue;
      if (removal.kind !== 'failed') counts.set(tenantUuid, (counts.get(tenantUuid) ?? 0) + 1);
      else if (failed++ < FAILURES_SHOWN) failures.push({ path: `export ${uuid}`, reason: removal.reason });
    }
  }
}

function byTenant(counts: ReadonlyMap<string, number>): readonly TenantExports[] {
  return [...counts]
    .map(([tenantUuid, exports]) => ({ tenantUuid, exports }))
    .sort((one, other) => (one.tenantUuid < other.tenantUuid ? -1 : 1));
}
