import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const PurgedCallLogRowSchema = defineEntity({
  name: 'PurgedCallLogRow',
  tableName: 'purged_call_log',
  properties: {
    tenantUuid: p.uuid().primary(),
    startedAt: p.type(InstantType).primary(),
    id: p.bigint('number').primary(),
    version: p.integer(),
    conversationSource: p.text(),
    conversationId: p.text(),
  },
});

/** Call logs of months that a purge has taken and not yet written down; its children were partitions of `call_log`. */
export class PurgedCallLogRow extends PurgedCallLogRowSchema.class {}
PurgedCallLogRowSchema.setClass(PurgedCallLogRow);
