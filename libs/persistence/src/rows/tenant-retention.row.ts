import { defineEntity, p } from '@mikro-orm/core';

const TenantRetentionRowSchema = defineEntity({
  name: 'TenantRetentionRow',
  tableName: 'tenant_retention',
  properties: {
    tenantUuid: p.uuid().primary(),
    callLogDays: p.integer().nullable(),
    recordingDays: p.integer().nullable(),
    exportDays: p.integer().nullable(),
  },
});

/** A tenant's own numbers of days; null is as for everybody. */
export class TenantRetentionRow extends TenantRetentionRowSchema.class {}
TenantRetentionRowSchema.setClass(TenantRetentionRow);
