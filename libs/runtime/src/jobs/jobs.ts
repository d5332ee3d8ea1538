import type { JobEnded, JobRun, JobStanding } from '@callstitch/application';

/** A job with when it runs. */
export interface ScheduledJob extends JobStanding {
  /** A cron expression; null for never by itself. */
  readonly schedule: string | null;
  /** The zone of the schedule. */
  readonly timezone: string;
}

/** What came of a job that was due; `done` when it had run, `taken` when another node runs it. */
export type JobOutcome = { readonly job: string } & (JobEnded | { readonly kind: 'taken' } | { readonly kind: 'done' });

/** A run that begins; it goes on by itself, and `ended` never rejects. */
export interface BegunJob {
  readonly run: JobRun;
  readonly ended: Promise<JobEnded>;
}

/** The jobs of this installation. Several processes may tick: each tick is run by one of them. */
export interface Jobs {
  /** All jobs, with so many of their last runs, ten unless said otherwise. Rejects with CONFIG_INVALID when a schedule cannot be read. */
  list(runs?: number): Promise<readonly ScheduledJob[]>;
  /** Begins a job by hand, whatever its schedule. Rejects with JOB_NOT_FOUND, and with JOB_RUNNING while it runs anywhere. */
  begin(name: string): Promise<BegunJob>;
  /** A clock says that a job's time has come; which time that is, all nodes find out alike. */
  tick(name: string): Promise<JobOutcome>;
  /**
   * Makes up for what did not go well: tries again what failed or was left by a killed process, when that is due, and runs what went by
   * while no service or no database was there, of the jobs that want it. To be called at the start, and again and again.
   */
  makeUp(): Promise<readonly JobOutcome[]>;
  /** Notes when each job is due next, for whoever lists them elsewhere. */
  noteNext(): Promise<void>;
  /** Begins nothing more; jobs under way end with the piece that they are at, and their leases are given back. */
  stop(): Promise<void>;
}
