import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const RecordingRowSchema = defineEntity({
  name: 'RecordingRow',
  tableName: 'recording',
  properties: {
    tenantUuid: p.uuid().primary(),
    /** Start of the call, not of the recording: a recording lies in the same month as its call. */
    startedAt: p.type(InstantType).primary(),
    uuid: p.uuid().primary(),
    callLogId: p.bigint('number'),
    recordingStartedAt: p.type(InstantType),
    recordingEndedAt: p.type(InstantType),
    path: p.text().nullable(),
    /** When its media was marked for deletion. The row stays until the file is gone, so that neither is left alone. */
    deletedAt: p.type(InstantType).nullable(),
  },
  indexes: [
    { name: 'recording_by_call_log', properties: ['callLogId'] },
    { name: 'recording_by_uuid', properties: ['uuid'] },
    { name: 'recording_deleted', properties: ['deletedAt'], where: 'deleted_at is not null' },
  ],
});

/** One recording of a call. Partitioned like its call, and without a foreign key, so that a month can be dropped. */
export class RecordingRow extends RecordingRowSchema.class {}
RecordingRowSchema.setClass(RecordingRow);
