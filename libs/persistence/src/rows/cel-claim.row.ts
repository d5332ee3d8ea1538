import { defineEntity, p } from '@mikro-orm/core';
import { InstantType, textOf } from './column-types.js';

const CelClaimRowSchema = defineEntity({
  name: 'CelClaimRow',
  tableName: 'cel_claim',
  properties: {
    id: p.integer().primary().generated('identity'),
    source: p.text(),
    span: p.type(textOf('int8range')),
    claimedAt: p.type(InstantType).defaultRaw('now()'),
  },
});

/** A span of ids being worked on; alive while its holder's session holds the advisory lock of its id. */
export class CelClaimRow extends CelClaimRowSchema.class {}
CelClaimRowSchema.setClass(CelClaimRow);
