import type { PurgePlan } from '../retention/purge-plan.js';
import type { ArchivedCall } from './archived-call.js';

/** What one purge archives: calls by months, and in the end a manifest of them. */
export interface CallLogArchive {
  /** Where it is, in a form that `resume` takes. */
  readonly place: string;
  /**
   * Resolves once the calls are there for good; rejects with ARCHIVE_UNUSABLE, and what was there before stays whole. Calls of
   * different months may be kept at once.
   */
  keep(calls: readonly ArchivedCall[]): Promise<void>;
  /** Writes the manifest of all that was kept, by killed purges too; an archive of nothing goes. */
  finish(about: { readonly runId: number; readonly plan: PurgePlan }): Promise<void>;
}

/** Where the calls of purges are archived. */
export interface CallLogArchives {
  /** A new archive for a purge. Rejects with ARCHIVE_UNUSABLE when nothing can be written there. */
  begin(directory: string, runId: number): Promise<CallLogArchive>;
  /** Goes on with one that a purge left when it was killed. Rejects with ARCHIVE_UNUSABLE when it is not there any more. */
  resume(place: string): Promise<CallLogArchive>;
}

/** An archive that a purge promised and has not finished. */
export interface PromisedArchive {
  readonly runId: number;
  readonly place: string;
  readonly plan: PurgePlan;
}
