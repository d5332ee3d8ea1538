import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const GenerateRunRowSchema = defineEntity({
  name: 'GenerateRunRow',
  tableName: 'generate_run',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    startedAt: p.type(InstantType).defaultRaw('now()'),
    endedAt: p.type(InstantType).nullable(),
    /** Who asked for it, e.g. the command or the schedule. */
    trigger: p.text(),
    options: p.json<unknown>(),
    result: p.json<unknown>().nullable(),
    error: p.text().nullable(),
  },
  indexes: [{ name: 'generate_run_by_start', properties: ['startedAt'] }],
});

/** One execution of generate: when, why, with which options, and what came of it. */
export class GenerateRunRow extends GenerateRunRowSchema.class {}
GenerateRunRowSchema.setClass(GenerateRunRow);
