import { defineEntity, p } from '@mikro-orm/core';
import { InstantType, textOf } from './column-types.js';

const WebhookDeliveryRowSchema = defineEntity({
  name: 'WebhookDeliveryRow',
  tableName: 'webhook_delivery',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    webhook: p.text(),
    /** By which the receiver knows it. */
    delivery: p.text(),
    xid: p.type(textOf('xid8')),
    seq: p.bigint('number'),
    name: p.text(),
    userUuid: p.uuid().nullable(),
    tenantUuid: p.uuid(),
    /** Deliveries of one subject stay in order. */
    subject: p.text(),
    state: p.enum(['waiting', 'dead']),
    tries: p.integer(),
    since: p.type(InstantType),
    nextAt: p.type(InstantType),
    failure: p.text().nullable(),
  },
  uniques: [{ name: 'webhook_delivery_once', properties: ['webhook', 'delivery'] }],
  indexes: [{ name: 'webhook_delivery_waiting', properties: ['webhook', 'subject', 'id'], where: "state = 'waiting'" }],
});

/** A delivery that a webhook did not take; nothing of the call itself. */
export class WebhookDeliveryRow extends WebhookDeliveryRowSchema.class {}
WebhookDeliveryRowSchema.setClass(WebhookDeliveryRow);
