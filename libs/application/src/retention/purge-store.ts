import type { CallFilter, Instant } from '@callstitch/domain';
import type { PromisedArchive } from '../archive/call-log-archives.js';
import type { KeepCalls } from '../archive/keep-calls.js';
import type { PurgePlan } from './purge-plan.js';
import type { PurgePreview, PurgeReport } from './purge-report.js';

/** A calendar month in UTC, `[from, until)`. */
export interface CallMonth {
  readonly from: Instant;
  readonly until: Instant;
}

/** What a plan would delete, without exports, which are kept elsewhere. */
export type StorePreview = Omit<PurgePreview, 'exports'>;

/** What a batch deleted. */
export interface PurgeBatch {
  /** How many, by tenant. */
  readonly tenants: ReadonlyMap<string, number>;
  /** Where the next batch begins; null when there is none. */
  readonly next: string | null;
  /** How long rows were locked, in milliseconds. */
  readonly lockedMs: number;
}

/** Call logs of one month that a filter picks, from `after` on. */
export interface CallsToPurge {
  readonly month: CallMonth;
  readonly filter: CallFilter;
  readonly after: string | null;
  readonly limit: number;
}

/** A recording whose file is to be removed: its row says so until the file is gone. */
export interface MarkedRecording {
  readonly tenantUuid: string;
  /** Start of its call. */
  readonly startedAt: Instant;
  readonly uuid: string;
  readonly path: string;
}

/** A purge run as it is kept: why calls are gone. */
export interface PurgeRun {
  readonly id: number;
  readonly startedAt: Instant;
  /** null while it runs, or when it was killed. */
  readonly endedAt: Instant | null;
  readonly trigger: string;
  readonly plan: PurgePlan;
  readonly report: PurgeReport | null;
  readonly error: string | null;
}

/** A call log that a purge deleted, and the purge. */
export interface PurgedCall {
  readonly callLogId: number;
  readonly tenantUuid: string;
  readonly conversationId: string;
  readonly purgedAt: Instant;
  readonly run: PurgeRun | null;
}

/**
 * The deletions of one purge, while no other purge runs. Each method is one short transaction: killed between any two, the
 * next purge goes on where this one stopped.
 */
export interface PurgeSession {
  begin(trigger: string, plan: PurgePlan): Promise<number>;
  end(runId: number, outcome: { readonly report: PurgeReport } | { readonly error: string }): Promise<void>;
  /** Records, before anything is deleted, where a purge archives what it deletes. */
  promiseArchive(runId: number, place: string): Promise<void>;
  /** What other purges promised and, killed or failed, have not finished. */
  promisedArchives(): Promise<readonly PromisedArchive[]>;
  /** Records that an archive is finished. */
  archived(runId: number): Promise<void>;
  /** The months that hold call logs, oldest first. */
  months(): Promise<readonly CallMonth[]>;
  /**
   * Takes a whole month of call logs out of everybody's sight at once, if a filter picks every one of them. False when it
   * does not, or when others are using the month just now: nothing has changed then.
   */
  takeMonth(runId: number, month: CallMonth, filter: CallFilter): Promise<boolean>;
  /**
   * Writes down, for call logs of months that were taken by this or a killed purge, that they are purged; first it keeps
   * them as the purge that took them promised.
   */
  purgeTaken(after: string | null, limit: number, keepOf: (runId: number) => Promise<KeepCalls | null>): Promise<PurgeBatch>;
  /** Deletes some call logs, and marks the files of their recordings. First it keeps them: what changed since then stays. */
  purgeCalls(runId: number, calls: CallsToPurge, keep: KeepCalls | null): Promise<PurgeBatch>;
  /** Marks the files of recordings whose calls a filter picks and which stay; 0 when there are none left. */
  markRecordings(filter: CallFilter, limit: number): Promise<number>;
  /** Takes back the marks of calls that are held now. */
  unmarkHeld(held: CallFilter): Promise<void>;
  /** Marked recordings in a fixed order, from `after` on. */
  marked(after: MarkedRecording | null, limit: number): Promise<readonly MarkedRecording[]>;
  /** Whose file is gone: the row goes too, or stays without a path when its call log stands. */
  settle(recordings: readonly MarkedRecording[]): Promise<void>;
  /** Deletes CELs, from `after` on, of conversations that are told, refused or purged, were silent since before, and are not held. */
  purgeCels(before: Instant, held: CallFilter, at: { readonly after: string | null; readonly limit: number }): Promise<PurgeBatch>;
}

/** Where a purge deletes. */
export interface PurgeStore {
  /** Counts what a plan would delete; writes nothing. */
  preview(plan: PurgePlan): Promise<StorePreview>;
  /** Does some work when no other purge runs: who comes second waits. */
  alone<Result>(work: (session: PurgeSession) => Promise<Result>): Promise<Result>;
  /** Why a call log is gone, or null when no purge deleted it. */
  why(callLogId: number): Promise<PurgedCall | null>;
}
