import { isoTime } from '../read/iso-time.js';
import type { Transcription } from './transcription-book.js';

/** A transcription as the API shows it, and as it is announced. */
export function transcriptionItem(one: Transcription) {
  return {
    message_id: one.messageId,
    tenant_uuid: one.tenantUuid,
    voicemail_id: one.voicemailId,
    transcription_text: one.text,
    provider_id: one.providerId,
    language: one.language,
    duration: one.durationSeconds,
    created_at: isoTime(one.createdAt),
  };
}
