import { CallstitchError } from '@callstitch/domain';
import type { BegunJob, Callstitch } from '@callstitch/runtime';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Access } from '../access/access.decorator.js';
import type { Caller } from '../access/admitted.js';
import { From } from '../access/admitted.js';
import { ApiError } from '../http/api-error.js';
import { CALLSTITCH, MASTER_TENANT } from '../parts.js';
import { jobItem } from './job-item.js';
import { JobsClock } from './jobs-clock.js';
import { refuseOtherTenants } from '../access/refuse-other-tenants.js';

const READ = 'call-logd.jobs.read';
const RUN = 'call-logd.jobs.{job_name}.run.create';

/** What runs at its time, for tokens of the master tenant: jobs work on the calls of all tenants. */
@Controller('jobs')
export class JobsController {
  constructor(
    @Inject(CALLSTITCH) private readonly callstitch: Callstitch,
    @Inject(JobsClock) private readonly clock: JobsClock,
    @Inject(MASTER_TENANT) private readonly masterTenant: () => Promise<string | null>,
  ) {}

  @Get()
  @Access(READ)
  @ApiOperation({ summary: 'Lists the scheduled jobs, when they run and how their last runs went' })
  async list(@From() from: Caller): Promise<object> {
    await refuseOtherTenants(from, { masterTenant: this.masterTenant, access: READ });
    const jobs = await this.callstitch.jobs.list();
    return { items: jobs.map(jobItem), total: jobs.length, filtered: jobs.length };
  }

  @Post(':job_name/run')
  @HttpCode(202)
  @Access(RUN)
  @ApiOperation({ summary: 'Runs a job now, whatever its schedule; it goes on after the answer' })
  async run(@From() from: Caller, @Param('job_name') name: string): Promise<object> {
    await refuseOtherTenants(from, { masterTenant: this.masterTenant, access: RUN.replace('{job_name}', name) });
    const { run, ended } = await this.begun(name);
    void ended.then((end) => {
      this.clock.hear({ job: name, ...end });
    });
    return { job: name, run_id: run.id };
  }

  private async begun(name: string): Promise<BegunJob> {
    try {
      return await this.callstitch.jobs.begin(name);
    } catch (error) {
      const code = error instanceof CallstitchError ? error.code : null;
      if (code === 'JOB_NOT_FOUND') throw new ApiError(404, 'job-not-found', 'No job has this name', { job_name: name });
      if (code === 'JOB_RUNNING') throw new ApiError(409, 'job-running', 'This job is running', { job_name: name });
      throw error;
    }
  }
}
