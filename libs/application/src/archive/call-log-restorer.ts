import type { ArchivedCall } from './archived-call.js';

/** An archived call that does not come back, and why. */
export interface Conflict {
  readonly callLogId: number;
  readonly conversationId: string;
  readonly reason: string;
}

/** What became of some archived calls. */
export interface Restored {
  readonly restored: number;
  /** Call logs that stand already, as they were archived or newer. */
  readonly known: number;
  readonly conflicts: readonly Conflict[];
}

/** Writes the calls that are not there, with the ids and versions that they had: their conversations are told again. */
export type RestoreCalls = (calls: readonly ArchivedCall[], options: { readonly dryRun: boolean }) => Promise<Restored>;

/** Where archived calls come back. */
export interface CallLogRestorer {
  /** Does some work while no purge runs. Rejects with PURGE_UNFINISHED when a killed one has left calls out of sight. */
  alone<Result>(work: (restore: RestoreCalls) => Promise<Result>): Promise<Result>;
}
