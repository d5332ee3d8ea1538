import { defineEntity, p } from '@mikro-orm/core';
import { MADE_BY_US } from '../migrations/cel-table.js';
import { InstantType } from './column-types.js';

const text = () => p.text().default('');

const CelRowSchema = defineEntity({
  name: 'CelRow',
  tableName: 'cel',
  comment: MADE_BY_US,
  properties: {
    id: p.bigint('number').primary().generated('by default as identity'),
    eventtype: p.text(),
    eventtime: p.type(InstantType),
    userdeftype: text(),
    cid_name: text(),
    cid_num: text(),
    cid_ani: text(),
    cid_rdnis: text(),
    cid_dnid: text(),
    exten: text(),
    context: text(),
    channame: text(),
    appname: text(),
    appdata: text(),
    amaflags: text(),
    accountcode: text(),
    peeraccount: text(),
    uniqueid: text(),
    linkedid: text(),
    userfield: text(),
    peer: text(),
    extra: text(),
  },
  indexes: [
    { name: 'cel_by_eventtime', properties: ['eventtime'] },
    { name: 'cel_by_linkedid', properties: ['linkedid'] },
    { name: 'cel_by_uniqueid', properties: ['uniqueid'] },
  ],
});

/** Asterisk's own table, as we make it where the database is ours. A foreign one may look different: it is read by its catalog. */
export class CelRow extends CelRowSchema.class {}
CelRowSchema.setClass(CelRow);
