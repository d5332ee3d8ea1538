import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const JobRunRowSchema = defineEntity({
  name: 'JobRunRow',
  tableName: 'job_run',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    job: p.text(),
    trigger: p.text(),
    /** The scheduled instant that it stands for; null by hand. */
    tick: p.type(InstantType).nullable(),
    attempt: p.integer(),
    holder: p.text(),
    startedAt: p.type(InstantType),
    endedAt: p.type(InstantType).nullable(),
    state: p.text(),
    result: p.json<unknown>().nullable(),
    error: p.text().nullable(),
  },
  checks: [
    { name: 'job_run_state_check', expression: `state in ('running', 'succeeded', 'failed', 'stopped', 'lost')` },
    { name: 'job_run_trigger_check', expression: `trigger in ('schedule', 'hand', 'retry', 'catch-up')` },
  ],
  indexes: [{ name: 'job_run_by_job', properties: ['job', 'id'] }],
  uniques: [{ name: 'job_run_by_tick', properties: ['job', 'tick', 'attempt'] }],
});

/** One execution of a job; the last ones of each job are kept. */
export class JobRunRow extends JobRunRowSchema.class {}
JobRunRowSchema.setClass(JobRunRow);
