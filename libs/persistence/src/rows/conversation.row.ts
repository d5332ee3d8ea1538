import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const ConversationRowSchema = defineEntity({
  name: 'ConversationRow',
  tableName: 'conversation',
  properties: {
    source: p.text().primary(),
    conversationId: p.text().primary(),
    state: p.enum(['told', 'open', 'refused', 'forgotten', 'purged']),
    /** Why it was refused. */
    reason: p.text().nullable(),
    linkedids: p.array(),
    celCount: p.integer(),
    firstCelId: p.bigint('number'),
    lastCelId: p.bigint('number'),
    lastEventAt: p.type(InstantType),
    /** Dialect, options and version as a digest: what it refused is told again when it changes. */
    teller: p.text(),
    callLogId: p.bigint('number').nullable(),
    tenantUuid: p.uuid().nullable(),
    startedAt: p.type(InstantType).nullable(),
    version: p.integer().default(0),
    /** Of the call log's content: nothing is written when nothing changed. */
    digest: p.blob().nullable(),
    updatedAt: p.type(InstantType).defaultRaw('now()'),
  },
  indexes: [
    { name: 'conversation_open_by_last_event', properties: ['source', 'lastEventAt'], where: "state = 'open'" },
    { name: 'conversation_refused', properties: ['source', 'reason'], where: "state = 'refused'" },
    { name: 'conversation_by_call_log', properties: ['callLogId'], where: 'call_log_id is not null' },
    { name: 'conversation_by_start', properties: ['startedAt'], where: 'call_log_id is not null' },
  ],
});

/** What is known of a conversation: its state, and where its call log is. It gives call logs their stable ids. */
export class ConversationRow extends ConversationRowSchema.class {}
ConversationRowSchema.setClass(ConversationRow);
