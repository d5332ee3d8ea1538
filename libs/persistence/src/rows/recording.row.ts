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
    /**
     * When its media was marked for deletion. With a path the file is still there; once it is gone the path is cleared, or
     * the row goes too when its call log has.
     */
    deletedAt: p.type(InstantType).nullable(),
  },
  indexes: [
    { name: 'recording_by_call_log', properties: ['callLogId'] },
    { name: 'recording_by_uuid', properties: ['uuid'] },
    { name: 'recording_deleted', properties: ['deletedAt', 'uuid'], where: 'deleted_at is not null and path is not null' },
  ],
});

/** One recording of a call. Partitioned like its call, and without a foreign key, so that a month can be dropped. */
export class RecordingRow extends RecordingRowSchema.class {}
RecordingRowSchema.setClass(RecordingRow);
