/** What is done to a running system. */
export type TrialName = 'node' | 'postgres' | 'broker' | 'webhook';

export interface TrialOptions {
  readonly nodes: number;
  readonly callsPerSecond: number;
  /** How long calls are written; longer where a part is still away then. */
  readonly seconds: number;
  /** How long the part that was killed stays away. */
  readonly awaySeconds: number;
}

/** What came of a trial. */
export interface TrialResult {
  readonly trial: TrialName;
  readonly nodes: number;
  readonly calls: number;
  readonly rows: number;
  /** Calls without a call log. */
  readonly lost: number;
  /** Calls with several call logs, or with several changes that say `created`. */
  readonly doubled: number;
  /** Calls whose call log is not what `callstitch generate` makes of the same rows in a fresh database. */
  readonly differing: number;
  /** From the restart until all calls were shown that had been over for a second; null where nothing was restarted. */
  readonly caughtUpSeconds: number | null;
  /** The longest time from the commit of a call's last row until it was shown. */
  readonly slowestSeconds: number;
  /** The same from the restart until everybody outside was told; null where nobody is told. */
  readonly toldSeconds: number | null;
  /** Requests that the API did not answer with 200. */
  readonly refusals: number;
  /** What went wrong, in sentences; empty when everything is as it must be. */
  readonly faults: readonly string[];
}

/** A trial that cannot be made here, and why. */
export interface SkippedTrial {
  readonly trial: TrialName;
  readonly nodes: number;
  readonly skipped: string;
}
