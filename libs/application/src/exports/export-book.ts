import type { Instant } from '@callstitch/domain';
import type { RecordingAsker } from '../recordings/recording-audit.js';
import type { RecordingExport } from './recording-export.js';

export type NewExport = Pick<RecordingExport, 'uuid' | 'tenantUuid' | 'userUuid' | 'requestedAt' | 'email'> &
  Pick<RecordingAsker, 'tokenId'>;

/** A recording that an export is asked for. */
export interface ExportItem {
  readonly callLogId: number;
  readonly recordingUuid: string;
  readonly tenantUuid: string;
  /** Start of the recording. */
  readonly startedAt: Instant;
}

/** Such a recording and where its file is now; null when it was deleted since. */
export type LocatedItem = ExportItem & { readonly path: string | null };

/** What became of a recording. */
export interface SettledItem {
  readonly item: ExportItem;
  /** Something of it is in the archive. */
  readonly included: boolean;
  /** Why it is not in the archive as a whole; null when it is. */
  readonly reason: string | null;
}

/** Exports requested before an instant have outlived their use; those of some tenants at another one, null for never. */
export interface ExportLimits {
  readonly before: Instant | null;
  readonly beforeOfTenants: Readonly<Record<string, Instant | null>>;
}

/**
 * An export in the hands of one worker, until its work ends. Who loses it, with the connection to the database, can write
 * nothing more: each method rejects then.
 */
export interface ExportSession {
  /** As it was when the work began. */
  readonly asked: RecordingExport;
  /** Somebody begins with it, from the first recording on. */
  begin(): Promise<RecordingExport>;
  /** Its recordings in the order of their call logs, from behind `after` on. */
  items(after: ExportItem | null, limit: number): Promise<readonly LocatedItem[]>;
  /** Says what became of some recordings, which its progress counts. */
  settle(settled: readonly SettledItem[]): Promise<void>;
  /** The archive is there. Each recording in it is noted in the audit as exported; both or neither. */
  finish(archive: { readonly path: string; readonly at: Instant }): Promise<RecordingExport>;
  /** There will be no archive. */
  fail(error: string): Promise<RecordingExport>;
  /** Deletes what is known of it; what is noted in the audit stays. */
  remove(): Promise<void>;
}

/** Where exports are written down. */
export interface ExportBook {
  /** Writes an export down with its recordings: all of it or nothing. Null when there are none; nothing is written down then. */
  create(request: NewExport, recordings: AsyncIterable<readonly ExportItem[]>): Promise<RecordingExport | null>;
  get(uuid: string): Promise<RecordingExport | null>;
  /** Those that wait and those that somebody works on, or worked on when it was killed; the oldest first. */
  unfinished(): Promise<readonly string[]>;
  /** Works on an export while nobody else does; null at once when somebody does, or there is no such export. */
  alone<Result>(uuid: string, work: (session: ExportSession) => Promise<Result>): Promise<Result | null>;
  /** Notes that each recording in the archive was taken away. */
  noteDownload(uuid: string, asker: RecordingAsker, at: Instant): Promise<void>;
  /** How many exports have outlived their use, by tenant. */
  countExpired(limits: ExportLimits): Promise<ReadonlyMap<string, number>>;
  /** Their uuids in a fixed order, from behind `after` on. */
  expired(
    limits: ExportLimits,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly uuid: string; readonly tenantUuid: string }[]>;
}
