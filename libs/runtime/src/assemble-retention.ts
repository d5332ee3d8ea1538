import { previewPurge, purge, setTenantRetention, sweepRecordings } from '@callstitch/application';
import { openArchives } from './assemble-exports.js';
import { openFiles } from './assemble-recordings.js';
import type { Callstitch } from './callstitch.js';
import type { CallstitchParts } from './callstitch-parts.js';
import { explained } from './database-failure.js';
import { onReadableCels } from './on-readable-cels.js';
import { planPurge, retentionForEverybody } from './plan-purge.js';
import { recorded } from './recorded.js';
import { askedBy } from './run-trigger.js';

/** The most call logs that a purge deletes at once; it takes fewer when they stay locked too long. */
const PURGE_BATCH = 5_000;

/** What decides how long something is kept, and removes it. */
export type Retention = Pick<
  Callstitch,
  | 'planPurge'
  | 'previewPurge'
  | 'purge'
  | 'whyPurged'
  | 'sweepRecordings'
  | 'tenantRetentions'
  | 'tenantRetention'
  | 'retentionForEverybody'
  | 'setTenantRetention'
>;

export function assembleRetention(parts: CallstitchParts): Retention {
  const { runs } = parts;
  const onCels = onReadableCels(parts);
  return {
    planPurge: (wish) =>
      explained(async () => planPurge(wish, { configFile: parts.configFile, retentions: await parts.retentions.list(), now: parts.now() })),
    previewPurge: (plan) => explained(() => previewPurge(plan, parts.purges, parts.exportBook)),
    purge: (plan, { trigger = 'command', recordings, archive, onProgress }) =>
      explained(async () => {
        const { fileCallLogArchives } = await import('@callstitch/call-log-archives');
        return purge(plan, parts.purges, {
          trigger,
          files: await openFiles(recordings),
          exports: { book: parts.exportBook, archives: await openArchives(parts.exportDirectory) },
          batchSize: PURGE_BATCH,
          archive: { archives: fileCallLogArchives, directory: archive },
          ...(onProgress === undefined ? {} : { onProgress }),
        });
      }),
    whyPurged: (id) => explained(() => parts.purges.why(id)),
    sweepRecordings: ({ recordings, trigger, ...wishes }) =>
      // What nobody has told from the CELs has files and no rows.
      onCels(async () => {
        const { openSweepFiles } = await import('@callstitch/recording-files');
        const { minAgeDays, force, dryRun } = wishes;
        const files = await openSweepFiles(recordings);
        const work = () => sweepRecordings({ ...wishes, store: parts.sweeps, files, now: parts.now() });
        if (dryRun) return work();
        return recorded(runs, {
          ...askedBy({ trigger }),
          options: { command: 'sweep', recordings, minAgeDays, force },
          work,
          summary: ({ missing, cleared, orphans, removed, failed, suspicious }) => ({
            ...{ missing, cleared, orphans, removed, failed },
            suspicious: suspicious.length,
          }),
        });
      }),
    tenantRetentions: () => explained(() => parts.retentions.list()),
    tenantRetention: (tenantUuid) => explained(() => parts.retentions.of(tenantUuid)),
    retentionForEverybody: () => retentionForEverybody(parts.configFile),
    setTenantRetention: (retention) => explained(() => setTenantRetention(retention, parts.retentions)),
  };
}
