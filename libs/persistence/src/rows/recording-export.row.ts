import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const RecordingExportRowSchema = defineEntity({
  name: 'RecordingExportRow',
  tableName: 'recording_export',
  properties: {
    uuid: p.uuid().primary(),
    tenantUuid: p.uuid(),
    userUuid: p.uuid().nullable(),
    tokenId: p.bigint('number').nullable(),
    requestedAt: p.type(InstantType),
    status: p.enum(['pending', 'processing', 'finished', 'error', 'deleted']),
    /** Where its archive is; null until it is finished. */
    path: p.text().nullable(),
    email: p.text().nullable(),
    /** How many recordings were asked for. */
    recordings: p.integer(),
    included: p.integer().default(0),
    skipped: p.integer().default(0),
    /** Why there is no archive. */
    error: p.text().nullable(),
  },
  indexes: [
    { name: 'recording_export_by_tenant', properties: ['tenantUuid', 'requestedAt'] },
    { name: 'recording_export_unfinished', properties: ['requestedAt'], where: "status in ('pending', 'processing')" },
  ],
});

/** An export of recordings. */
export class RecordingExportRow extends RecordingExportRowSchema.class {}
RecordingExportRowSchema.setClass(RecordingExportRow);
