import { defineEntity, p } from '@mikro-orm/core';

const ConversationLinkedidRowSchema = defineEntity({
  name: 'ConversationLinkedidRow',
  tableName: 'conversation_linkedid',
  properties: {
    source: p.text().primary(),
    linkedid: p.text().primary(),
    conversationId: p.text(),
  },
  indexes: [{ name: 'conversation_linkedid_by_conversation', properties: ['source', 'conversationId'] }],
});

/** Which conversation a linkedid belongs to: one, so that no two can be told of the same calls. */
export class ConversationLinkedidRow extends ConversationLinkedidRowSchema.class {}
ConversationLinkedidRowSchema.setClass(ConversationLinkedidRow);
