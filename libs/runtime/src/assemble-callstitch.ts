import type {
  BookStatus,
  CallLogBook,
  CallLogRestorer,
  CallLogSearch,
  CallLogs,
  CelStore,
  CelTable,
  ChangeFeed,
  PurgeStore,
  RetagBook,
  RunBook,
  Seeds,
  StatisticsBook,
  SweepStore,
  TenantBook,
  TenantRetentions,
  TranscriptionBook,
} from '@callstitch/application';
import {
  deleteCallLogs,
  explainCallLog,
  generateCallLogs,
  importCallLogs,
  importCels,
  previewDeletion,
  previewPurge,
  purge,
  retagCallLogs,
  setTenantRetention,
  sweepRecordings,
  tellMissed,
} from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import type { TaggerRun } from '@callstitch/plugin-host';
import { formatInstant, secondsAfter } from '@callstitch/domain';
import type { AnnouncementParts } from './announce/assemble-announcing.js';
import { assembleAnnouncing } from './announce/assemble-announcing.js';
import type { AccessParts } from './assemble-access.js';
import { assembleAccess } from './assemble-access.js';
import type { ExportParts } from './assemble-exports.js';
import { assembleExports, openArchives } from './assemble-exports.js';
import type { RecordingParts } from './assemble-recordings.js';
import { assembleRecordings, openFiles } from './assemble-recordings.js';
import type { Callstitch, RunTrigger } from './callstitch.js';
import type { NamedNarrator, Teller } from './create-teller.js';
import { explained } from './database-failure.js';
import type { JobParts } from './jobs/assemble-jobs.js';
import { assembleJobs } from './jobs/assemble-jobs.js';
import { explainedSearch } from './explained-search.js';
import { assembleLive } from './live/assemble-live.js';
import type { LiveParts } from './live/live-parts.js';
import { heldCalls, planPurge, retentionForEverybody } from './plan-purge.js';
import { recorded } from './recorded.js';
import { assembleStatistics } from './statistics.js';
import { assembleBus } from './bus/assemble-bus.js';
import { assembleTenants } from './tenants/assemble-tenants.js';
import { assembleTranscriptions } from './transcriptions.js';

/** The ports that a Callstitch is made of. */
export interface CallstitchParts extends AccessParts, Omit<RecordingParts, 'callLogs'>, ExportParts, JobParts {
  readonly teller: Teller;
  readonly store: CelStore;
  readonly book: CallLogBook;
  readonly retagBook: RetagBook;
  readonly callLogs: CallLogs;
  readonly search: CallLogSearch;
  readonly changes: ChangeFeed;
  readonly announcements: AnnouncementParts;
  readonly purges: PurgeStore;
  readonly restorer: CallLogRestorer;
  readonly sweeps: SweepStore;
  readonly retentions: TenantRetentions;
  readonly statisticsBook: StatisticsBook;
  readonly transcriptionBook: TranscriptionBook;
  readonly tenantBook: TenantBook;
  /** Whose retention policies count; null for callstitch.yml, if it is there. */
  readonly configFile: string | null;
  readonly runs: RunBook & { status(source: string, store: CelStore): Promise<BookStatus> };
  /** The table that imported rows go to; rejects when this database is not to be written to. */
  readonly celTable: () => Promise<CelTable>;
  /** Rejects with a sentence when there are no CELs to read. */
  readonly celsAreReadable: () => Promise<unknown>;
  readonly silentAfterMinutes: number;
  readonly live: LiveParts;
  readonly ownDatabase?: Callstitch['ownDatabase'];
  readonly close: () => Promise<void>;
}

/** Bounds the memory of a generation. */
const BATCH_ROWS = 20_000;

/** The most call logs that a purge deletes at once; it takes fewer when they stay locked too long. */
const PURGE_BATCH = 5_000;

/** Connects ports and use cases. */
export function assembleCallstitch(parts: CallstitchParts): Callstitch {
  const { teller, store, book, callLogs, runs } = parts;
  const { administration, authentication } = assembleAccess(parts);
  const exporting = assembleExports(parts);
  const announced = assembleAnnouncing(parts.announcements, {
    ...parts,
    retentionForEverybody: () => retentionForEverybody(parts.configFile),
  });
  const onCels = <Result>(work: () => Promise<Result>): Promise<Result> =>
    explained(async () => {
      await parts.celsAreReadable();
      return work();
    });
  const narrator = () => teller.narrator(() => newestRows(store));
  const generation = ({ dialect, directory, tagger, name }: NamedNarrator) => ({
    ...{ store, book, dialect, directory, tagger, teller: name },
    now: parts.now,
    silentAfterMinutes: parts.silentAfterMinutes,
    batchRows: BATCH_ROWS,
  });
  const live = assembleLive(parts.live, { now: parts.now, narrator, generation, hasCels: async () => (await store.bounds()) !== null });
  const transcriptions = assembleTranscriptions(parts.transcriptionBook, { uuidOfName: parts.tenantUuidOf, now: parts.now });
  const tenants = assembleTenants(parts);
  const bus = assembleBus({ transcriptions, tenants, now: parts.now });
  const callstitch: Omit<Callstitch, 'jobs'> = {
    generate: (seeds, { trigger, recorded: isRecorded = true, ...wishes } = {}) =>
      onCels(async () => {
        const own = await narrator();
        const { tagger, name } = own;
        const options = { ...wishes, ...generation(own) };
        const work = () => generateCallLogs(seeds, options);
        if (wishes.dryRun === true || !isRecorded) return work();
        return recorded(runs, {
          ...askedBy({ trigger }),
          options: { command: 'generate', ...seedsAsked(seeds), teller: name },
          work,
          summary: (generated) => ({ ...generated, ...troublesOf(tagger) }),
        });
      }),
    recheck: (days, wishes = {}) =>
      onCels(async () => tellMissed(secondsAfter(parts.now(), -days * DAY_SECONDS), { ...wishes, ...generation(await narrator()) })),
    previewDeletion: (since) => onCels(() => previewDeletion({ book, store, since })),
    delete: ({ since, force }) =>
      onCels(() =>
        recorded(runs, {
          options: { command: 'delete', since: since === null ? 'the beginning' : formatInstant(since), force },
          work: async () => deleteCallLogs({ book, store, since, force, held: await heldCalls(parts.configFile, parts.now()) }),
          summary: ({ callLogs: deleted, beyondRecovery, spared }) => ({
            callLogs: deleted,
            beyondRecovery: beyondRecovery.length,
            spared,
          }),
        }),
      ),
    importCels({ files, stdin, timezone, newIds }, onProgress) {
      return explained(async () => {
        const { csvCelSource } = await import('@callstitch/source-csv');
        const source = csvCelSource(files, { stdin, timezone });
        const table = await parts.celTable();
        return recorded(runs, {
          options: { command: 'import', files, newIds },
          work: () =>
            importCels({
              source: newIds ? { read: (onBroken) => source.read(onBroken), ownIds: () => false } : source,
              table,
              ...(onProgress === undefined ? {} : { onProgress }),
            }),
          summary: ({ brokenRows: _, ...counts }) => counts,
        });
      });
    },
    importCallLogs: ({ paths, manifest, recordings, dryRun }, onProgress) =>
      explained(async () => {
        const { readArchives } = await import('@callstitch/call-log-archives');
        const options = {
          archive: readArchives(paths, { manifest }),
          restorer: parts.restorer,
          files: await openFiles(recordings),
          dryRun,
          ...(onProgress === undefined ? {} : { onProgress }),
        };
        if (dryRun) return importCallLogs(options);
        return recorded(runs, {
          options: { command: 'import', callLogs: paths },
          work: () => importCallLogs(options),
          summary: ({ brokenRows: _, conflicts: _others, ...counts }) => counts,
        });
      }),
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
    find: (filter, page) => explained(() => callLogs.find(filter, page)),
    get: (id) => explained(() => callLogs.get(id)),
    search: explainedSearch(parts.search),
    changes: { after: (seq, which) => explained(() => parts.changes.after(seq, which)) },
    explain: (id) => onCels(async () => explainCallLog({ id, callLogs, store, narrator: await narrator() })),
    retag: ({ filter, taggers: names }, wishes = {}) =>
      explained(async () => {
        const { tagger, names: taggers } = await teller.taggers(names);
        const work = () => retagCallLogs({ ...wishes, source: store.source, callLogs, book: parts.retagBook, tagger, taggers, filter });
        if (wishes.dryRun === true) return work();
        return recorded(runs, {
          options: { command: 'retag', taggers: [...taggers] },
          work,
          summary: (retagged) => ({ ...retagged, ...troublesOf(tagger) }),
        });
      }),
    tenantRetentions: () => explained(() => parts.retentions.list()),
    tenantRetention: (tenantUuid) => explained(() => parts.retentions.of(tenantUuid)),
    retentionForEverybody: () => retentionForEverybody(parts.configFile),
    setTenantRetention: (retention) => explained(() => setTenantRetention(retention, parts.retentions)),
    status: () => onCels(() => runs.status(store.source, store)),
    ownDatabase: parts.ownDatabase ?? null,
    access: administration,
    authentication,
    recordings: assembleRecordings(parts),
    exports: exporting.exports,
    live,
    announcing: announced.announcing,
    statistics: assembleStatistics(parts.statisticsBook, parts.now),
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

function askedBy({ trigger }: { readonly trigger: string | undefined }): RunTrigger {
  return trigger === undefined ? {} : { trigger };
}

/** Enough to hear which dialect a phone system speaks. */
async function newestRows(store: CelStore): Promise<readonly Cel[]> {
  const bounds = await store.bounds();
  const span = bounds === null ? null : await store.newestPart([bounds], SAMPLE_ROWS);
  return span === null ? [] : (await store.read(span)).cels;
}

const SAMPLE_ROWS = 5_000;

const DAY_SECONDS = 86_400;

/** What went wrong in taggers, for the record of runs; nothing is said of those that had no trouble. */
function troublesOf({ troubles }: TaggerRun): { readonly taggerTroubles?: object } {
  return troubles.size === 0 ? {} : { taggerTroubles: Object.fromEntries(troubles) };
}

function seedsAsked(seeds: Seeds): Readonly<Record<string, unknown>> {
  switch (seeds.kind) {
    case 'newest':
      return { newest: Number.isFinite(seeds.count) ? seeds.count : 'all' };
    case 'since':
      return { since: formatInstant(seeds.instant) };
    case 'linkedids':
      return { linkedids: seeds.linkedids };
    case 'span':
      return { ids: [seeds.span.from, seeds.span.until] };
    case 'due':
      return { due: true };
  }
}
