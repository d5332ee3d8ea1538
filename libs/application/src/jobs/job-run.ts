import type { Instant } from '@callstitch/domain';
import type { JobResult } from './job.js';

/** Why a job runs: its time has come, a person says so, the run before failed, or its time came while nobody was there. */
export type JobTrigger = 'schedule' | 'hand' | 'retry' | 'catch-up';

/** How a run stands. A lost one had a process that was killed, or lost its lease. */
export type JobRunState = 'running' | 'succeeded' | 'failed' | 'stopped' | 'lost';

/** One execution of a job, as it was recorded. */
export interface JobRun {
  readonly id: number;
  readonly job: string;
  readonly trigger: JobTrigger;
  /** The scheduled instant that it stands for, the same for every node; null by hand. */
  readonly tick: Instant | null;
  /** 0 for the first try of a tick, then the number of the retry. */
  readonly attempt: number;
  /** Whose lease it runs under. */
  readonly holder: string;
  readonly startedAt: Instant;
  /** Null while it runs, and until somebody notices that it is lost. */
  readonly endedAt: Instant | null;
  readonly state: JobRunState;
  readonly result: JobResult | null;
  /** A sentence; null unless it failed, was stopped or is lost. */
  readonly error: string | null;
}

/** What is known of a run that begins. */
export type NewJobRun = Pick<JobRun, 'job' | 'trigger' | 'tick' | 'attempt' | 'holder'>;

/** How a run ended. */
export type JobRunEnd =
  { readonly state: 'succeeded'; readonly result: JobResult } | { readonly state: 'failed' | 'stopped' | 'lost'; readonly error: string };
