import type {
  Job,
  JobHold,
  JobBegun,
  JobBook,
  JobRun,
  JobsSettings,
  JobStanding,
  RetrySettings,
  RunJobParts,
  Timetable,
  Wish,
} from '@callstitch/application';
import { RUNS_KEPT, beginJob, decideTurn, jobStanding } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { CallstitchError, secondsAfter } from '@callstitch/domain';
import { explained } from '../database-failure.js';
import type { JobOutcome, Jobs, ScheduledJob } from './jobs.js';
import type { JobTools } from './our-jobs.js';
import { ourJobs } from './our-jobs.js';
import { timerPulse } from './timer-pulse.js';

/** What jobs are made of, beside the work itself. */
export interface JobParts {
  readonly jobBook: JobBook;
  readonly jobsSettings: JobsSettings;
  readonly keepMonths: JobTools['keepMonths'];
  readonly analyzeTables: JobTools['analyzeTables'];
  /** Names that nobody else uses, each time another. */
  readonly newHolder: () => string;
  readonly now: () => Instant;
}

const RUNS_SHOWN = 10;

/** A clock may strike a moment early. */
const EARLY_SECONDS = 1;

/** Connects jobs with their timetable, their leases and the record of their runs. */
export function assembleJobs(
  { jobBook: book, jobsSettings, newHolder, now, ...parts }: JobParts,
  tools: Omit<JobTools, 'settings' | keyof JobParts>,
): Jobs {
  const jobs = ourJobs({ ...tools, ...parts, settings: jobsSettings }).map((job) => ({
    ...job,
    run: (hold: JobHold) => explained(() => job.run(hold)),
  }));
  const names = jobs.map(({ name }) => name);
  const { schedules, retry, catchUp } = jobsSettings;
  let stopping = false;
  const running: RunJobParts = { book, pulse: timerPulse, now, retry, stopping: () => stopping };
  const underway = new Set<Promise<unknown>>();
  let opened: Promise<Timetable> | null = null;
  const timetable = () => (opened ??= openTimetable(jobsSettings));

  const tracked = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const promise = work();
    underway.add(promise);
    try {
      return await promise;
    } finally {
      underway.delete(promise);
    }
  };
  const began = (job: Job, wish: Wish): Promise<JobBegun> =>
    tracked(async () => {
      if (stopping) return { kind: 'taken' };
      const begun = await beginJob(job, { ...wish, holder: newHolder() }, running);
      if (begun.kind === 'begun') void tracked(() => begun.ended);
      return begun;
    });
  /** Who stops waits for it; once stopped, there is nothing. */
  const tillStopped = <Result>(nothing: Result, work: () => Promise<Result>): Promise<Result> =>
    stopping ? Promise.resolve(nothing) : tracked(() => explained(work));
  const ran = async (job: Job, wish: Wish): Promise<JobOutcome> => {
    const begun = await began(job, wish);
    return { job: job.name, ...(begun.kind === 'begun' ? await begun.ended : begun) };
  };
  const standings = async (runs: number): Promise<readonly JobStanding[]> => {
    const records = await book.records(names, runs);
    return jobs.map((job) => jobStanding(job, records.get(job.name) ?? { nextAt: null, succeededAt: null, runs: [] }, retry));
  };

  return {
    list: (runs = RUNS_SHOWN) =>
      explained(async () => {
        await timetable();
        return (await standings(runs)).map((standing, index): ScheduledJob => {
          const { timezone } = schedules;
          return { ...standing, schedule: schedules[names[index] as (typeof names)[number]], timezone };
        });
      }),
    begin: (name) =>
      explained(async () => {
        const begun = await began(jobNamed(jobs, name), { trigger: 'hand' });
        if (begun.kind !== 'begun') throw new CallstitchError('JOB_RUNNING', `The job ${name} is running; wait until it ends.`);
        return begun;
      }),
    tick: (name) =>
      tillStopped({ job: name, kind: 'done' }, async () => {
        const job = jobNamed(jobs, name);
        const tick = (await timetable()).last(name, secondsAfter(now(), EARLY_SECONDS));
        const outcome: JobOutcome = tick === null ? { job: name, kind: 'done' } : await ran(job, { trigger: 'schedule', tick });
        await noteNext(book, await timetable(), { names: [name], now });
        return outcome;
      }),
    makeUp: () =>
      tillStopped([], async () => {
        const [table, records] = [await timetable(), await book.records(names, RUNS_KEPT)];
        const wishes = jobs.map((job) => {
          const missed = catchUp.includes(job.name) ? table.last(job.name, now()) : null;
          return { job, wish: wishOf(records.get(job.name)?.runs ?? [], { missed, retry, now: now() }) };
        });
        // Looked at first without a lease: most often there is nothing.
        return Promise.all(wishes.flatMap(({ job, wish }) => (wish === null ? [] : [ran(job, wish)])));
      }),
    noteNext: () => explained(async () => noteNext(book, await timetable(), { names, now })),
    async stop() {
      stopping = true;
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}

/** What there is to make up for, by the last runs of a job; null when there is nothing. */
function wishOf(
  runs: readonly JobRun[],
  { missed, ...by }: { readonly missed: Instant | null; readonly retry: RetrySettings; readonly now: Instant },
): Wish | null {
  const wishes: readonly Wish[] = [...(missed === null ? [] : [{ trigger: 'catch-up', tick: missed } as const]), { trigger: 'retry' }];
  return wishes.find((wish) => decideTurn(wish, runs, by) !== null) ?? null;
}

/** Loaded when somebody asks for times. */
async function openTimetable({ schedules }: JobsSettings): Promise<Timetable> {
  const { cronTimetable } = await import('@callstitch/jobs-cron');
  return cronTimetable(schedules);
}

async function noteNext(
  book: Pick<JobBook, 'noteNext'>,
  timetable: Timetable,
  { names, now }: { readonly names: readonly string[]; readonly now: () => Instant },
): Promise<void> {
  for (const name of names) await book.noteNext(name, timetable.next(name, secondsAfter(now(), EARLY_SECONDS)));
}

function jobNamed(jobs: readonly Job[], name: string): Job {
  const job = jobs.find((one) => one.name === name);
  if (job !== undefined) return job;
  throw new CallstitchError('JOB_NOT_FOUND', `There is no job ${name}; those that there are: ${jobs.map((one) => one.name).join(', ')}.`);
}
