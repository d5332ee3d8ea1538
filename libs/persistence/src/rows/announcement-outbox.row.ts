import { defineEntity, p } from '@mikro-orm/core';
import { InstantType, textOf } from './column-types.js';

const AnnouncementOutboxRowSchema = defineEntity({
  name: 'AnnouncementOutboxRow',
  tableName: 'announcement_outbox',
  properties: {
    tenantUuid: p.uuid().primary(),
    /** From the sequence of `call_log_change`: lines of both tables have one order. */
    seq: p.bigint('number').primary(),
    xid: p.type(textOf('xid8')).defaultRaw('pg_current_xact_id()'),
    at: p.type(InstantType).defaultRaw('now()'),
    about: p.enum(['export', 'retention', 'transcription']),
    kind: p.enum(['created', 'updated', 'deleted']),
    data: p.json(),
  },
  indexes: [{ name: 'announcement_outbox_by_xid', properties: ['xid', 'seq'] }],
});

/** What is to be announced and is no change of a call log, written down in the transaction that did it. */
export class AnnouncementOutboxRow extends AnnouncementOutboxRowSchema.class {}
AnnouncementOutboxRowSchema.setClass(AnnouncementOutboxRow);
