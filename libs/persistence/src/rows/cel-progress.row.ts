import { defineEntity, p } from '@mikro-orm/core';
import { textOf } from './column-types.js';

const CelProgressRowSchema = defineEntity({
  name: 'CelProgressRow',
  tableName: 'cel_progress',
  properties: {
    source: p.text().primary(),
    /** The ids that were read, exactly: a row that becomes visible between them later is unread. */
    read: p.type(textOf('int8multirange')).defaultRaw("'{}'"),
    highestId: p.bigint('number').nullable(),
    /** Of the row with the highest id: another row under that id shows that the ids were restarted. */
    highestDigest: p.text().nullable(),
  },
});

/** What was read of a source of CELs. */
export class CelProgressRow extends CelProgressRowSchema.class {}
CelProgressRowSchema.setClass(CelProgressRow);
