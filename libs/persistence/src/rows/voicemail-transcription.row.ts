import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const VoicemailTranscriptionRowSchema = defineEntity({
  name: 'VoicemailTranscriptionRow',
  tableName: 'voicemail_transcription',
  properties: {
    tenantUuid: p.uuid().primary(),
    messageId: p.text().primary(),
    voicemailId: p.bigint('number').nullable(),
    text: p.text(),
    providerId: p.text().nullable(),
    language: p.text().nullable(),
    durationSeconds: p.double().nullable(),
    createdAt: p.type(InstantType),
  },
  indexes: [
    { name: 'voicemail_transcription_by_message', properties: ['messageId'] },
    { name: 'voicemail_transcription_by_time', properties: ['tenantUuid', 'createdAt', 'messageId'] },
  ],
});

/** What was said in a voicemail message. */
export class VoicemailTranscriptionRow extends VoicemailTranscriptionRowSchema.class {}
VoicemailTranscriptionRowSchema.setClass(VoicemailTranscriptionRow);
