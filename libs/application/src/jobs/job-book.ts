import type { Instant } from '@callstitch/domain';
import type { JobRun, JobRunEnd, NewJobRun } from './job-run.js';

/** What is noted of a job beside its runs. */
export interface JobNote {
  /** When a service will run it next; null when no service said so. */
  readonly nextAt: Instant | null;
  /** When a run last ended well. */
  readonly succeededAt: Instant | null;
}

/** What is known of a job. */
export interface JobRecord extends JobNote {
  /** Newest first. */
  readonly runs: readonly JobRun[];
}

/**
 * Where leases and runs of jobs are written down. A lease is the right to run a job now: one holder has it, until it gives it
 * back or lets it expire. Each holder is a name that nobody else uses.
 */
export interface JobBook {
  /** False at once when somebody else holds it. What an earlier holder left running counts as lost from then on. */
  take(job: string, holder: string, seconds: number): Promise<boolean>;
  /** False when it is not the holder's any more. */
  renew(job: string, holder: string, seconds: number): Promise<boolean>;
  /** Gives it back; does nothing when it is not the holder's any more. */
  release(job: string, holder: string): Promise<void>;
  /** Records that a run begins; null when its holder has no lease, or that attempt at the tick was begun before. */
  begin(run: NewJobRun): Promise<JobRun | null>;
  /** Records how a run ended; false when it counts as lost. */
  end(id: number, end: JobRunEnd): Promise<boolean>;
  /** What is known of these jobs, by name, with so many of their last runs. The oldest runs of a job are forgotten in time. */
  records(jobs: readonly string[], runs: number): Promise<ReadonlyMap<string, JobRecord>>;
  /** Notes when a service will run a job next; null for never. */
  noteNext(job: string, at: Instant | null): Promise<void>;
}

/** So many runs of a job are kept. */
export const RUNS_KEPT = 100;

/** What is said of a run that its holder left. */
export const LOST_RUN = 'Its process ended before it did, or was cut off from the database for too long.';
