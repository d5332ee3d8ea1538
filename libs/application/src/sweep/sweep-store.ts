import type { Instant } from '@callstitch/domain';

/** A recording whose row names a file. */
export interface NamedRecording {
  readonly tenantUuid: string;
  /** Start of its call. */
  readonly startedAt: Instant;
  readonly uuid: string;
  readonly callLogId: number;
  readonly path: string;
  /** Its file is to be removed: that is left to the purge. */
  readonly marked: boolean;
}

/** What is not told yet: its recordings have files and no rows. */
export interface StillUntold {
  readonly unreadRows: number;
  /** Conversations that are open, or wait for a directory. */
  readonly conversations: number;
}

/** Some of the recordings that name a file, in a fixed order. */
export interface RecordingsPage {
  readonly after: NamedRecording | null;
  readonly limit: number;
  /** Only those whose files have one of these names, wherever they lie; null for all. */
  readonly names: readonly string[] | null;
}

/** The rows of one sweep, while no other sweep and no purge runs. */
export interface SweepSession {
  /** What has been silent since before an instant and is not told. */
  untold(before: Instant): Promise<StillUntold>;
  recordings(page: RecordingsPage): Promise<readonly NamedRecording[]>;
  /** Remembers, until the sweep ends, that recordings name these paths. */
  remember(paths: readonly string[]): Promise<void>;
  /** Those of some paths that were not remembered. */
  unnamed(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Takes the paths from recordings for good: no generation brings them back. One that changed meanwhile stays as it is;
   * answers the uuids of the others.
   */
  clearPaths(recordings: readonly NamedRecording[]): Promise<ReadonlySet<string>>;
}

/** Where a sweep finds the rows of recordings. */
export interface SweepStore {
  /** Does some work when no other sweep and no purge runs: who comes second waits. */
  alone<Result>(work: (session: SweepSession) => Promise<Result>): Promise<Result>;
}
