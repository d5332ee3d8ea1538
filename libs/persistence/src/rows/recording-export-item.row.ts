import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';
import { RecordingExportRow } from './recording-export.row.js';

const RecordingExportItemRowSchema = defineEntity({
  name: 'RecordingExportItemRow',
  tableName: 'recording_export_item',
  properties: {
    export: () =>
      p.manyToOne(RecordingExportRow).primary().name('export_uuid').foreignKeyName('recording_export_item_export').deleteRule('cascade'),
    callLogId: p.bigint('number').primary(),
    recordingUuid: p.uuid().primary(),
    /** Whose the recording is. */
    tenantUuid: p.uuid(),
    /** Start of the recording, which is in its name. */
    recordedAt: p.type(InstantType),
    /** null until the recording was come to. */
    included: p.boolean().nullable(),
    /** Why it was left out. */
    reason: p.text().nullable(),
  },
});

/** One recording that an export was asked for. */
export class RecordingExportItemRow extends RecordingExportItemRowSchema.class {}
RecordingExportItemRowSchema.setClass(RecordingExportItemRow);
