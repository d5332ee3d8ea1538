import type { CallFilter, Instant } from '@callstitch/domain';
import { matches } from '@callstitch/domain';
import type { TenantUuids } from '../access/authentication.js';
import type { CallLogs } from '../read/call-logs.js';
import type { RecordingFiles } from '../retention/recording-files.js';
import type { FoundRecording, OwnedCallLog } from './find-recording.js';
import { findCallLog, recordingOf, recordingsOf } from './find-recording.js';
import type { RecordingAsker } from './recording-audit.js';
import type { RecordingBook } from './recording-book.js';

export interface MediaDeletionParts {
  readonly callLogs: Pick<CallLogs, 'get'>;
  readonly files: Pick<RecordingFiles, 'remove'>;
  readonly book: RecordingBook;
  /** Calls that some retention policy holds keep their files. */
  readonly held: CallFilter;
  readonly now: () => Instant;
}

/** Deletes the file of one recording. */
export interface MediaDeletion {
  readonly callLogId: number;
  readonly recordingUuid: string;
  readonly tenantUuids: TenantUuids;
  readonly asker: RecordingAsker;
}

/** Deletes the files of all recordings of some call logs. */
export interface MediaDeletions {
  readonly callLogIds: readonly number[];
  readonly tenantUuids: TenantUuids;
  readonly asker: RecordingAsker;
}

/** The file could not be removed, so its recording is as it was; the reason names no path. */
export interface NotRemoved {
  readonly kind: 'permission-denied';
  readonly callLogId: number;
  readonly recordingUuid: string;
  readonly reason: string;
}

/** Some call log stops a deletion before anything is deleted. */
export type MediaKept = { readonly kind: 'call-log-not-found' | 'held'; readonly callLogId: number };

export type MediaDeleted =
  MediaKept | NotRemoved | { readonly kind: 'recording-not-found' } | { readonly kind: 'deleted'; readonly files: number };

export type AllMediaDeleted = MediaKept | NotRemoved | { readonly kind: 'deleted'; readonly files: number };

/**
 * Removes the file of a recording, then its path: stopped in between, the file is missing and the next deletion settles it. A
 * file that is missing, or was deleted before, is as good as deleted.
 */
export async function deleteRecordingMedia(which: MediaDeletion, parts: MediaDeletionParts): Promise<MediaDeleted> {
  const callLog = await findCallLog(which.callLogId, which.tenantUuids, parts.callLogs);
  if (callLog === null) return { kind: 'call-log-not-found', callLogId: which.callLogId };
  const recording = recordingOf(callLog, which.recordingUuid);
  if (recording === null) return { kind: 'recording-not-found' };
  if (matches(parts.held, callLog)) return { kind: 'held', callLogId: callLog.id };
  return deleteEach([recording], which.asker, parts);
}

/**
 * The same for every recording of some call logs. All of these are looked up first: one that is missing or held, and nothing is
 * deleted. At the first file that cannot be removed it stops; what was deleted before stays deleted.
 */
export async function deleteRecordingsOf(which: MediaDeletions, parts: MediaDeletionParts): Promise<AllMediaDeleted> {
  const recordings: FoundRecording[] = [];
  for (const callLogId of new Set(which.callLogIds)) {
    const callLog: OwnedCallLog | null = await findCallLog(callLogId, which.tenantUuids, parts.callLogs);
    if (callLog === null) return { kind: 'call-log-not-found', callLogId };
    if (matches(parts.held, callLog)) return { kind: 'held', callLogId };
    recordings.push(...recordingsOf(callLog));
  }
  return deleteEach(recordings, which.asker, parts);
}

async function deleteEach(
  recordings: readonly FoundRecording[],
  asker: RecordingAsker,
  { files, book, now }: MediaDeletionParts,
): Promise<NotRemoved | { readonly kind: 'deleted'; readonly files: number }> {
  let deleted = 0;
  for (const { uuid: recordingUuid, callLogId, tenantUuid, path } of recordings) {
    if (path === null) continue;
    const removal = await files.remove(path);
    if (removal.kind === 'failed') return { kind: 'permission-denied', callLogId, recordingUuid, reason: removal.reason };
    await book.clearPath({ ...asker, at: now(), tenantUuid, action: 'delete', callLogId, recordingUuid, exportUuid: null });
    deleted++;
  }
  return { kind: 'deleted', files: deleted };
}
