import { defineEntity, p } from '@mikro-orm/core';
import { InstantType, textOf } from './column-types.js';

const CallLogChangeRowSchema = defineEntity({
  name: 'CallLogChangeRow',
  tableName: 'call_log_change',
  properties: {
    tenantUuid: p.uuid().primary(),
    // Without the column type the ORM makes it a serial beside the identity.
    seq: p.bigint('number').primary().autoincrement().columnType('bigint').generated('identity'),
    /** A reader stops at the oldest transaction still running: rows that commit late are not skipped. */
    xid: p.type(textOf('xid8')).defaultRaw('pg_current_xact_id()'),
    at: p.type(InstantType).defaultRaw('now()'),
    kind: p.enum(['created', 'updated', 'deleted', 'purged']),
    callLogId: p.bigint('number'),
    conversationSource: p.text(),
    conversationId: p.text(),
    version: p.integer(),
    /** The call log that this one is part of now. */
    mergedInto: p.bigint('number').nullable(),
    /** The purge that deleted it. */
    purgeRunId: p.bigint('number').nullable(),
  },
  indexes: [
    { name: 'call_log_change_by_xid', properties: ['xid', 'seq'] },
    { name: 'call_log_change_purged', properties: ['callLogId'], where: "kind = 'purged'" },
  ],
});

/** The feed of what happened to call logs, in the order of `xid`, then `seq`. */
export class CallLogChangeRow extends CallLogChangeRowSchema.class {}
CallLogChangeRowSchema.setClass(CallLogChangeRow);
