import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const RecordingAccessRowSchema = defineEntity({
  name: 'RecordingAccessRow',
  tableName: 'recording_access',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    at: p.type(InstantType),
    tenantUuid: p.uuid(),
    userUuid: p.uuid().nullable(),
    /** Of a token of ours; it may be gone. */
    tokenId: p.bigint('number').nullable(),
    action: p.enum(['play', 'download', 'export', 'delete']),
    callLogId: p.bigint('number'),
    recordingUuid: p.uuid(),
    exportUuid: p.uuid().nullable(),
  },
  indexes: [
    { name: 'recording_access_by_recording', properties: ['recordingUuid', 'id'] },
    { name: 'recording_access_by_tenant', properties: ['tenantUuid', 'at'] },
  ],
});

/** Who did what with which recording. It refers to nothing: it outlives recordings, call logs, exports and tokens. */
export class RecordingAccessRow extends RecordingAccessRowSchema.class {}
RecordingAccessRowSchema.setClass(RecordingAccessRow);
