import type { Callstitch, JobOutcome, Jobs } from '@callstitch/runtime';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { CALLSTITCH } from '../parts.js';
import type { JobLog } from './job-log.js';
import { jobLog } from './job-log.js';
import type { Log } from '../log.js';

/** How often is looked for what did not go well, also on a node that was killed. */
const MAKE_UP_MS = 30_000;

/** Puts the schedules of the settings on Nest's clock. It says when, never what; which node of several runs a job, its lease decides. */
@Injectable()
export class JobsClock implements BeforeApplicationShutdown {
  private readonly jobs: Jobs;
  private log: JobLog = () => undefined;

  constructor(
    @Inject(CALLSTITCH) callstitch: Callstitch,
    @Inject(SchedulerRegistry) private readonly registry: SchedulerRegistry,
  ) {
    this.jobs = callstitch.jobs;
  }

  /** Begins to tick, and makes up for what went by. Rejects with CONFIG_INVALID when a schedule cannot be read; nothing ticks then. */
  async start(log: Log): Promise<void> {
    this.log = jobLog(log);
    for (const { name, schedule, timezone } of await this.jobs.list(0)) {
      if (schedule === null) continue;
      const onTick = (): Promise<void> => this.heard(this.jobs.tick(name).then((outcome) => [outcome]));
      this.registry.addCronJob(
        name,
        CronJob.from({ name, cronTime: schedule, timeZone: timezone, onTick, start: true, unrefTimeout: true }),
      );
    }
    const makeUp = (): void => void this.heard(this.jobs.makeUp());
    this.registry.addInterval('make up', setInterval(makeUp, MAKE_UP_MS).unref());
    await this.jobs.noteNext();
    makeUp();
  }

  /** Writes down how a run ended that somebody else began. */
  hear(outcome: JobOutcome): void {
    this.log(outcome);
  }

  /** What runs ends its batch and gives its lease back. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
  }

  private async heard(work: Promise<readonly JobOutcome[]>): Promise<void> {
    try {
      for (const outcome of await work) this.log(outcome);
    } catch (error) {
      // The database is away: the run it had counts as lost, and the next look tries again.
      this.log(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
