import type { Generated, Job, JobName, JobResult, JobsSettings, PurgeReport, Rechecked } from '@callstitch/application';
import type { Callstitch } from '../callstitch.js';

/** What the jobs work with. */
export interface JobTools {
  readonly callstitch: Pick<Callstitch, 'generate' | 'recheck' | 'planPurge' | 'purge' | 'sweepRecordings'>;
  readonly settings: JobsSettings;
  /** Directories of recordings. */
  readonly recordings: readonly string[];
  readonly keepMonths: (monthsAhead: number) => Promise<{ readonly made: readonly string[]; readonly dropped: readonly string[] }>;
  readonly analyzeTables: () => Promise<number>;
  /** Removes tokens that expired so many days ago; says how many. */
  readonly removeExpiredTokens: (days: number) => Promise<number>;
  readonly resumeExports: () => Promise<number>;
}

const trigger = 'job';

/** All jobs; when they run is no matter here. */
export function ourJobs(tools: JobTools): readonly (Job & { readonly name: JobName })[] {
  const { callstitch, settings, recordings } = tools;
  return [
    {
      name: 'generation',
      description:
        'Makes call logs of all CELs that nobody has read, newest first, ends calls that fell silent, and looks whether the last days were told whole.',
      // All of them: what was made live costs nothing, and rows further back are not left for ever because newer ones keep coming.
      async run({ check }) {
        const generated = await callstitch.generate(ALL, { trigger, onProgress: check });
        const { recheckDays } = settings.generation;
        if (recheckDays === 0) return { ...generated };
        check();
        return withRechecked(generated, await callstitch.recheck(recheckDays, { onProgress: check }));
      },
    },
    {
      name: 'quarantine',
      description: 'Tells calls again that could not be told when something changed since, and ends calls that fell silent.',
      // No row begins it, only what is due again. A line an hour would push all others out of the list of runs.
      run: async ({ check }) => ({ ...(await callstitch.generate(NO_ROWS, { recorded: false, onProgress: check })) }),
    },
    {
      name: 'purge',
      description: 'Deletes for good what has outlived its use by the configured policies and the numbers of days of tenants.',
      async run({ check }) {
        const plan = await callstitch.planPurge({ limits: null, keepTagged: [] });
        if (plan === null) return { nothing: 'no policy and no tenant sets a limit' };
        return purgeResult(await callstitch.purge(plan, { trigger, recordings, archive: settings.purge.archive, onProgress: check }));
      },
    },
    {
      name: 'partitions',
      description: 'Makes the tables of the months ahead, and drops those of old months that hold nothing.',
      run: async () => ({ ...(await tools.keepMonths(settings.monthsAhead)) }),
    },
    {
      name: 'sweep',
      description: 'Finds recordings without files and files without recordings; it only reports unless the settings say otherwise.',
      async run({ check }) {
        if (recordings.length === 0) return { nothing: 'no directory of recordings is named' };
        const { minAgeDays, remove } = settings.sweep;
        const wishes = { trigger, recordings, minAgeDays, force: false, dryRun: !remove, onProgress: check };
        const { suspicious, waiting: _, ...counts } = await callstitch.sweepRecordings(wishes);
        return { ...counts, suspicious: suspicious.length, removes: remove };
      },
    },
    {
      name: 'statistics',
      description: 'Lets PostgreSQL count our tables anew, so that it finds the shortest way to what is asked.',
      run: async () => ({ tables: await tools.analyzeTables() }),
    },
    {
      name: 'tokens',
      description: 'Removes tokens of our own that expired some days ago.',
      run: async () => ({ removed: await tools.removeExpiredTokens(settings.tokens.keepDays) }),
    },
    {
      name: 'exports',
      description: 'Hands exports of recordings that no worker has in hand to workers again.',
      run: async () => ({ exports: await tools.resumeExports() }),
    },
  ];
}

const ALL = { kind: 'newest', count: Infinity } as const;
const NO_ROWS = { kind: 'newest', count: 0 } as const;

/** What was missed before counts among what was made. */
function withRechecked(generated: Generated, { missed, created, updated }: Rechecked): JobResult {
  return { ...generated, created: generated.created + created, updated: generated.updated + updated, missed };
}

/** Without the names of files. */
function purgeResult({ runId, tenants, cels, exports, months, failed }: PurgeReport): JobResult {
  const sum = (of: 'callLogs' | 'recordings') => tenants.reduce((total, tenant) => total + tenant[of], 0);
  return { purgeRun: runId, callLogs: sum('callLogs'), recordings: sum('recordings'), cels, exports, months, failed };
}
