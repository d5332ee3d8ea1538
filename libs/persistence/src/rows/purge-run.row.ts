import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const PurgeRunRowSchema = defineEntity({
  name: 'PurgeRunRow',
  tableName: 'purge_run',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    startedAt: p.type(InstantType).defaultRaw('now()'),
    endedAt: p.type(InstantType).nullable(),
    /** Who asked for it, e.g. the command or the schedule. */
    trigger: p.text(),
    /** The filters that were used and what each policy added to them. */
    plan: p.json<unknown>(),
    report: p.json<unknown>().nullable(),
    error: p.text().nullable(),
    /** Where it archives what it deletes; null when it does not. */
    archive: p.text().nullable(),
    /** When that archive was finished. */
    archivedAt: p.type(InstantType).nullable(),
  },
});

/** One purge: when, why, by which plan, and what it deleted. It is the answer to "why is it gone". */
export class PurgeRunRow extends PurgeRunRowSchema.class {}
PurgeRunRowSchema.setClass(PurgeRunRow);
