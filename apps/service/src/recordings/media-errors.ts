import { ApiError } from '../http/api-error.js';

/** Why there is no media, or why it stays, in the contract's words. Paths of the server are never told. */
export interface MediaRefusal {
  readonly kind:
    'call-log-not-found' | 'recording-not-found' | 'not-connected' | 'media-not-found' | 'permission-denied' | 'file-not-found' | 'held';
}

export function mediaError({ kind }: MediaRefusal, cdrId: number, recordingUuid: string | null, ofMany = false): ApiError {
  const recording = { recording_uuid: recordingUuid };
  const hidden = { ...recording, recording_path: null, ...(ofMany ? { cdr_id: cdrId } : {}) };
  switch (kind) {
    case 'call-log-not-found':
      return new ApiError(404, 'cdr-not-found-with-given-id', 'No CDR found matching this ID', { cdr_id: cdrId });
    case 'recording-not-found':
      return new ApiError(404, 'recording-not-found', 'No recording found', recording);
    case 'not-connected':
      return new ApiError(403, 'recording-not-heard', 'Who was not connected while it was recorded may not hear it', recording);
    case 'media-not-found':
      return new ApiError(400, 'recording-media-not-found', 'No recording media found', recording);
    case 'permission-denied':
      return new ApiError(500, 'recording-media-permission-denied', 'Recording media: permission denied', hidden);
    case 'file-not-found':
      return new ApiError(500, 'recording-media-filesystem-not-found', 'Recording media: not found on filesystem', hidden);
    case 'held':
      return new ApiError(409, 'recording-held', 'A retention policy holds this call and its recordings', { cdr_id: cdrId });
  }
}
