/** What a job did, in counts and words that may be shown to anybody. */
export type JobResult = Readonly<Record<string, unknown>>;

/** The right to go on with a run. */
export interface JobHold {
  /** Throws when the run is to stop: its process ends, or somebody else holds the lease. A job asks between two pieces of its work. */
  readonly check: () => void;
}

/** A piece of work that is due again and again. */
export interface Job {
  /** A word, e.g. `generation`; schedules, routes and commands name it so. */
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** May be stopped at any point and repeated. */
  run(hold: JobHold): Promise<JobResult>;
}
