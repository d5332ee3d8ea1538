import { assembleAnnouncing } from './announce/assemble-announcing.js';
import { assembleAccess } from './assemble-access.js';
import { assembleExports } from './assemble-exports.js';
import { assembleGeneration } from './assemble-generation.js';
import { assembleImports } from './assemble-imports.js';
import { assembleRecordings } from './assemble-recordings.js';
import { assembleRetention } from './assemble-retention.js';
import { assembleBus } from './bus/assemble-bus.js';
import type { Callstitch } from './callstitch.js';
import type { CallstitchParts } from './callstitch-parts.js';
import { explained } from './database-failure.js';
import { explainedSearch } from './explained-search.js';
import { assembleJobs } from './jobs/assemble-jobs.js';
import { assembleLive } from './live/assemble-live.js';
import { retentionForEverybody } from './plan-purge.js';
import { assembleStatistics } from './statistics.js';
import { assembleTenants } from './tenants/assemble-tenants.js';
import { assembleTranscriptions } from './transcriptions.js';

/** Connects ports and use cases. */
export function assembleCallstitch(parts: CallstitchParts): Callstitch {
  const { store, callLogs, now } = parts;
  const { administration, authentication } = assembleAccess(parts);
  const exporting = assembleExports(parts);
  const announced = assembleAnnouncing(parts.announcements, {
    ...parts,
    retentionForEverybody: () => retentionForEverybody(parts.configFile),
  });
  const { generation, narrator, optionsOf } = assembleGeneration(parts);
  const live = assembleLive(parts.live, { now, narrator, generation: optionsOf, hasCels: async () => (await store.bounds()) !== null });
  const transcriptions = assembleTranscriptions(parts.transcriptionBook, { uuidOfName: parts.tenantUuidOf, now });
  const tenants = assembleTenants(parts);
  const bus = assembleBus({ transcriptions, tenants, now });
  const callstitch: Omit<Callstitch, 'jobs'> = {
    ...generation,
    ...assembleImports(parts),
    ...assembleRetention(parts),
    find: (filter, page) => explained(() => callLogs.find(filter, page)),
    get: (id) => explained(() => callLogs.get(id)),
    search: explainedSearch(parts.search),
    changes: { after: (seq, which) => explained(() => parts.changes.after(seq, which)) },
    ownDatabase: parts.ownDatabase ?? null,
    access: administration,
    authentication,
    recordings: assembleRecordings(parts),
    exports: exporting.exports,
    live,
    announcing: announced.announcing,
    statistics: assembleStatistics(parts.statisticsBook, now),
    transcriptions,
    tenants,
    bus,
    async close() {
      await Promise.all([live.stop(), bus.stop()]);
      await announced.close();
      await exporting.close();
      await parts.close();
    },
  };
  const jobs = assembleJobs(parts, {
    callstitch,
    recordings: parts.recordingDirectories,
    removeExpiredTokens: (days) => administration.removeExpiredTokens(days),
    resumeExports: () => exporting.exports.resume(),
  });
  return {
    ...callstitch,
    jobs,
    async close() {
      await jobs.stop();
      await callstitch.close();
    },
  };
}
