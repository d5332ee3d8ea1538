import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const JobLeaseRowSchema = defineEntity({
  name: 'JobLeaseRow',
  tableName: 'job_lease',
  properties: {
    job: p.text().primary(),
    /** Null when nobody has it. */
    holder: p.text().nullable(),
    until: p.type(InstantType).nullable(),
    /** When a service will run the job next. */
    nextAt: p.type(InstantType).nullable(),
    /** When a run last ended well. */
    succeededAt: p.type(InstantType).nullable(),
  },
});

/** Who may run a job now, and what is noted of the job. */
export class JobLeaseRow extends JobLeaseRowSchema.class {}
JobLeaseRowSchema.setClass(JobLeaseRow);
