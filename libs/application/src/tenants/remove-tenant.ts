import type { CallFilter, Instant } from '@callstitch/domain';
import { CallstitchError, secondsAfter } from '@callstitch/domain';
import { previewPurge, purge } from '../retention/purge.js';
import type { PurgeOptions } from '../retention/purge.js';
import type { PurgePlan } from '../retention/purge-plan.js';
import type { FileFailure } from '../retention/purge-report.js';
import type { PurgeStore } from '../retention/purge-store.js';
import type { PurgeExportsParts } from '../exports/purge-exports.js';
import type { TenantBook, TenantForgotten } from './tenant-book.js';

/** What goes, or would go, by a purge. */
export interface TenantPurged {
  readonly callLogs: number;
  /** Recordings that lose their files. */
  readonly recordings: number;
  readonly exports: number;
}

/** What was removed of a tenant. */
export interface TenantRemoved extends TenantPurged, TenantForgotten {
  readonly tenantUuid: string;
  /** Files that could not be removed, each of which the next purge tries again; the first hundred. */
  readonly failures: readonly FileFailure[];
  readonly failed: number;
}

export interface RemoveTenantParts {
  readonly book: TenantBook;
  readonly purges: PurgeStore;
  /** Calls that policies hold: those of other tenants stay held. */
  readonly held: CallFilter;
  readonly now: Instant;
}

export interface RemoveTenantOptions extends RemoveTenantParts, Omit<PurgeOptions, 'exports' | 'onProgress'> {
  readonly exports: PurgeExportsParts;
}

/** What comes while a purge runs is purged by the next; more often than this nobody is in such a hurry. */
const MOST_ROUNDS = 3;

const DAY_SECONDS = 86_400;

/**
 * Removes a tenant with all that is kept of it, whatever retention says and whatever is held: call logs, recordings and exports with
 * their files, transcriptions, days, tokens. Its conversations stay known as purged, so that their CELs make no call log again.
 *
 * Safe to stop at any point and to repeat. Rejects with TENANT_IN_USE for the master tenant, and with
 * PURGE_UNFINISHED while an export of it is being packed.
 */
export async function removeTenant(tenantUuid: string, options: RemoveTenantOptions): Promise<TenantRemoved> {
  const { book, purges } = options;
  await refuseMaster(tenantUuid, book);
  const plan = planOf(tenantUuid, options);
  const removed = { callLogs: 0, recordings: 0, exports: 0 };
  let files: Pick<TenantRemoved, 'failures' | 'failed'> = { failures: [], failed: 0 };
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const report = await purge(plan, purges, options);
    const own = report.tenants.find((one) => one.tenantUuid === tenantUuid);
    removed.callLogs += own?.callLogs ?? 0;
    removed.recordings += own?.recordings ?? 0;
    removed.exports += report.exports;
    files = report;
    const left = await book.left(tenantUuid);
    if (left.exports > 0 && report.failed === 0) throw beingPacked(tenantUuid);
    if (left.callLogs === 0) break;
  }
  return { tenantUuid, ...removed, ...(await book.forget(tenantUuid)), failures: files.failures, failed: files.failed };
}

/** Counts what `removeTenant` would purge. */
export async function previewTenantRemoval(
  tenantUuid: string,
  parts: RemoveTenantParts,
  exports: Pick<PurgeExportsParts['book'], 'countExpired'>,
): Promise<TenantPurged> {
  const preview = await previewPurge(planOf(tenantUuid, parts), parts.purges, exports);
  const own = preview.tenants.find((one) => one.tenantUuid === tenantUuid);
  return { callLogs: own?.callLogs ?? 0, recordings: own?.recordings ?? 0, exports: preview.exports };
}

function planOf(tenantUuid: string, { held, now }: RemoveTenantParts): PurgePlan {
  const own: CallFilter = { kind: 'tenant', tenantUuid };
  return {
    callLogs: own,
    recordings: { kind: 'some', filters: [] },
    held: { kind: 'every', filters: [held, { kind: 'not', filter: own }] },
    celsBefore: null,
    // Nothing is asked for later than tomorrow, whose clock ever is asked.
    exports: { before: null, beforeOfTenants: { [tenantUuid]: secondsAfter(now, DAY_SECONDS) } },
    policies: [{ policy: 'the tenant is removed', callLogs: own }],
  };
}

async function refuseMaster(tenantUuid: string, book: TenantBook): Promise<void> {
  const isMaster = (await book.stored()).some((tenant) => tenant.isMaster && tenant.tenantUuid === tenantUuid);
  if (isMaster) {
    throw new CallstitchError('TENANT_IN_USE', `The tenant ${tenantUuid} is the master tenant, which stays with all its calls.`);
  }
}

function beingPacked(tenantUuid: string): CallstitchError {
  return new CallstitchError(
    'PURGE_UNFINISHED',
    `An export of the tenant ${tenantUuid} is being packed; remove the tenant when that is done.`,
  );
}
