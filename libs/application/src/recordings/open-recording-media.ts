import type { Instant } from '@callstitch/domain';
import type { TenantUuids } from '../access/authentication.js';
import type { CallLogs } from '../read/call-logs.js';
import type { RecordingFiles } from '../retention/recording-files.js';
import { findCallLog, recordingOf } from './find-recording.js';
import { heardWhile, tookPart } from './heard-while.js';
import type { NotedFile } from './noted-file.js';
import { notedFile } from './noted-file.js';
import type { RecordingAsker, RecordingAudit } from './recording-audit.js';
import { recordingFileName } from './recording-file-name.js';

/** A request to hear a recording. */
export interface MediaRequest {
  readonly callLogId: number;
  readonly recordingUuid: string;
  readonly tenantUuids: TenantUuids;
  /** The user whose own calls count alone (`/users/me`); null for whoever may hear all recordings of the tenants. */
  readonly listenerUuid: string | null;
  readonly asker: RecordingAsker;
  readonly action: 'play' | 'download';
}

export interface MediaParts {
  readonly callLogs: Pick<CallLogs, 'get'>;
  readonly files: Pick<RecordingFiles, 'open'>;
  readonly audit: Pick<RecordingAudit, 'note'>;
  /** The uuid of a user whom a directory calls by a word. */
  readonly uuidOfName: (name: string) => string;
  readonly now: () => Instant;
}

export type MediaOpening =
  /** None in the tenants, or none that the listener took part in. */
  | { readonly kind: 'call-log-not-found' }
  | { readonly kind: 'recording-not-found' }
  /** The listener took part, but was not connected while the recording ran. */
  | { readonly kind: 'not-connected' }
  /** The file was deleted: no path is known. */
  | { readonly kind: 'media-not-found' }
  /** It cannot be read, or lies where nobody may look; the reason names no path. */
  | { readonly kind: 'permission-denied'; readonly reason: string }
  | { readonly kind: 'file-not-found' }
  | NotedFile;

/** Opens the file of a recording for somebody who may hear it, or says which of the checks failed first. */
export async function openRecordingMedia(request: MediaRequest, parts: MediaParts): Promise<MediaOpening> {
  const { callLogId, recordingUuid, tenantUuids, listenerUuid } = request;
  const callLog = await findCallLog(callLogId, tenantUuids, parts.callLogs);
  const isListener = (name: string): boolean => parts.uuidOfName(name) === listenerUuid?.toLowerCase();
  if (callLog === null || (listenerUuid !== null && !tookPart(callLog, isListener))) return { kind: 'call-log-not-found' };
  const recording = recordingOf(callLog, recordingUuid);
  if (recording === null) return { kind: 'recording-not-found' };
  if (listenerUuid !== null && !heardWhile(callLog, recording, isListener)) return { kind: 'not-connected' };
  if (recording.path === null) return { kind: 'media-not-found' };
  const opening = await parts.files.open(recording.path);
  if (opening.kind === 'missing') return { kind: 'file-not-found' };
  if (opening.kind === 'failed') return { kind: 'permission-denied', reason: opening.reason };
  const { tenantUuid } = callLog;
  const { action, asker } = request;
  return notedFile(opening.file, recordingFileName(recording), () =>
    parts.audit.note({ ...asker, at: parts.now(), tenantUuid, action, callLogId, recordingUuid: recording.uuid, exportUuid: null }),
  );
}
