import type { OrphanFate } from './decide-orphan.js';
import type { SweptDirectory } from './sweep-files.js';
import type { StillUntold } from './sweep-store.js';

/** One thing that a sweep came across. */
export type SweepFinding =
  | { readonly kind: 'missing'; readonly callLogId: number; readonly uuid: string; readonly path: string; readonly cleared: boolean }
  | {
      readonly kind: 'orphan';
      readonly path: string;
      readonly bytes: number;
      readonly ageSeconds: number;
      readonly fate: OrphanFate | 'removed' | 'failed';
      /** Why it could not be removed. */
      readonly reason?: string;
    }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** A directory that looks as if its disk were not mounted. */
export interface SuspiciousDirectory {
  readonly directory: string;
  readonly state: Exclude<SweptDirectory['state'], 'usable'>;
  /** How many recordings name files in it. */
  readonly recordings: number;
}

/** What came of a sweep. */
export interface SweepReport {
  /** Rows that name a file. */
  readonly recordings: number;
  /** Regular files in the directories. */
  readonly files: number;
  /** Recordings whose file is missing, and how many of them lost their path. */
  readonly missing: number;
  readonly cleared: number;
  readonly orphans: number;
  readonly orphanBytes: number;
  readonly removed: number;
  readonly removedBytes: number;
  readonly failed: number;
  /** Orphans that are too young, that a recording may mean, or whose calls may not be told yet. */
  readonly young: number;
  readonly doubtful: number;
  readonly untold: number;
  /** Recordings in the directories whose file could not be looked at, and folders that could not be read. */
  readonly unknown: number;
  readonly unreadable: number;
  readonly suspicious: readonly SuspiciousDirectory[];
  /** What is not told and holds up the removal of orphans. */
  readonly waiting: StillUntold;
}
