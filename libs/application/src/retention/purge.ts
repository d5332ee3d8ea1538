import type { CallFilter } from '@callstitch/domain';
import type { PurgeArchivesOptions } from '../archive/purge-archives.js';
import { PurgeArchives } from '../archive/purge-archives.js';
import type { ExportsPurged, PurgeExportsParts, TenantExports } from '../exports/purge-exports.js';
import { previewExports, purgeExports } from '../exports/purge-exports.js';
import { nextBatchSize } from './batch-size.js';
import { filterInMonth, picksNobody } from './filter-in-month.js';
import type { PurgePlan } from './purge-plan.js';
import type { PurgePreview, PurgeReport } from './purge-report.js';
import { TenantTally } from './purge-report.js';
import type { CallMonth, PurgeBatch, PurgeSession, PurgeStore } from './purge-store.js';
import type { RecordingFiles } from './recording-files.js';
import { removeMarked } from './remove-marked.js';

export interface PurgeOptions {
  readonly trigger: string;
  readonly files: Pick<RecordingFiles, 'remove'>;
  /** No batch is larger; how large one is depends on how long the one before locked its rows. */
  readonly batchSize: number;
  /** Where call logs are kept before they are deleted; promises of killed purges are kept in either case. */
  readonly archive?: PurgeArchivesOptions;
  /** Exports and their archives; without it they stay, whatever the plan says. */
  readonly exports?: PurgeExportsParts;
  readonly onProgress?: (callLogs: number) => void;
}

/** Counts what `purge` would delete; nothing is written. */
export async function previewPurge(
  plan: PurgePlan,
  store: PurgeStore,
  exports: Pick<PurgeExportsParts['book'], 'countExpired'>,
): Promise<PurgePreview> {
  const preview = await store.preview(plan);
  return { ...preview, exports: plan.exports === undefined ? 0 : total(await previewExports(plan.exports, exports)) };
}

function total(tenants: readonly TenantExports[]): number {
  return tenants.reduce((sum, { exports }) => sum + exports, 0);
}

/**
 * Deletes what a plan picks, in small batches or by whole months, and records what it did and by which plan.
 *
 * Safe to stop at any point: the next purge goes on. A file that cannot be removed is reported and blocks nothing.
 */
export function purge(plan: PurgePlan, store: PurgeStore, options: PurgeOptions): Promise<PurgeReport> {
  return store.alone(async (session) => {
    const runId = await session.begin(options.trigger, plan);
    try {
      const report = await run(plan, { session, runId, options });
      await session.end(runId, { report });
      return report;
    } catch (error) {
      await session.end(runId, { error: error instanceof Error ? error.message : String(error) }).catch(() => undefined);
      throw error;
    }
  });
}

const NO_EXPORTS: ExportsPurged = { tenants: [], failures: [], failed: 0 };

interface Running {
  readonly session: PurgeSession;
  readonly runId: number;
  readonly options: PurgeOptions;
}

async function run(plan: PurgePlan, running: Running): Promise<PurgeReport> {
  const { session, runId, options } = running;
  const archives = await PurgeArchives.open(session, runId, options.archive ?? null);
  const tally = new TenantTally();
  let purged = 0;
  const count = ({ tenants }: PurgeBatch): void => {
    tally.add('callLogs', tenants);
    for (const number of tenants.values()) purged += number;
    options.onProgress?.(purged);
  };
  const most = archives.busy ? Math.min(options.batchSize, ARCHIVED_AT_ONCE) : options.batchSize;
  const inBatches = (next: (after: string | null, limit: number) => Promise<PurgeBatch>) => batches(next, most, count);
  const finishTaken = () => inBatches((after, limit) => session.purgeTaken(after, limit, (taker) => archives.keepOf(taker)));
  // What a killed purge took out of sight is purged, whatever this plan says.
  await finishTaken();
  let months = 0;
  const byRows: { readonly month: CallMonth; readonly filter: CallFilter }[] = [];
  for (const month of await session.months()) {
    const filter = filterInMonth(plan.callLogs, month);
    if (picksNobody(filter)) continue;
    if (await session.takeMonth(runId, month, filter)) {
      months++;
      await finishTaken();
    } else {
      byRows.push({ month, filter });
    }
  }
  // Only when no month is to be taken any more: taking one waits for all who write to call logs.
  await sideBySide(byRows, (picked) =>
    inBatches((after, limit) => session.purgeCalls(runId, { ...picked, after, limit }, archives.keep())),
  );
  await archives.finish(plan);
  while (!picksNobody(plan.recordings) && (await session.markRecordings(plan.recordings, options.batchSize)) > 0);
  await session.unmarkHeld(plan.held);
  const { failures, failed } = await removeMarked(session, options.files, tally);
  const cels = plan.celsBefore === null ? 0 : await purgeCels(plan.celsBefore, plan, running);
  const { exports } = options;
  const gone = plan.exports === undefined || exports === undefined ? NO_EXPORTS : await purgeExports(plan.exports, exports);
  return {
    runId,
    tenants: tally.result(),
    cels,
    exports: total(gone.tenants),
    months,
    failures: [...failures, ...gone.failures],
    failed: failed + gone.failed,
  };
}

/** Months share no rows: so many are purged at once. */
const SIDE_BY_SIDE = 2;

/** After a failure no item is begun, and those under way are waited for. */
async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  const endings = await Promise.allSettled(
    Array.from({ length: SIDE_BY_SIDE }, () =>
      worker().catch((error: unknown) => {
        left.length = 0;
        throw error;
      }),
    ),
  );
  for (const ending of endings) if (ending.status === 'rejected') throw ending.reason;
}

async function purgeCels(before: NonNullable<PurgePlan['celsBefore']>, plan: PurgePlan, { session, options }: Running): Promise<number> {
  let cels = 0;
  await batches(
    (after, limit) => session.purgeCels(before, plan.held, { after, limit }),
    options.batchSize,
    ({ tenants }) => {
      for (const number of tenants.values()) cels += number;
    },
  );
  return cels;
}

const FIRST_BATCH = 200;

/** Whole call logs are in memory while they are archived. */
const ARCHIVED_AT_ONCE = 1_000;

async function batches(
  next: (after: string | null, limit: number) => Promise<PurgeBatch>,
  most: number,
  onBatch: (batch: PurgeBatch) => void,
): Promise<void> {
  let [after, limit] = [null as string | null, Math.min(FIRST_BATCH, most)];
  do {
    const batch = await next(after, limit);
    onBatch(batch);
    after = batch.next;
    limit = nextBatchSize(limit, batch.lockedMs, most);
  } while (after !== null);
}
