import { DEFAULT_JOBS, DEFAULT_SCHEDULES } from '@callstitch/application';
import { instant } from '@callstitch/domain';
import { openCallstitch } from '@callstitch/runtime';
import { readSettings } from '@callstitch/runtime/settings';
import { SchedulerRegistry } from '@nestjs/schedule';
import { openService } from '../testing/open-service.js';
import { logTo } from '../log.js';
import { JobsClock } from './jobs-clock.js';

const NEVER = { generation: null, quarantine: null, purge: null, partitions: null, sweep: null, exports: null };

/** Statistics each second, nothing else by itself. */
const EACH_SECOND = { ...DEFAULT_JOBS, catchUp: [], schedules: { ...DEFAULT_SCHEDULES, ...NEVER, statistics: '* * * * * *' } };

interface Line {
  readonly level: string;
  readonly event: string;
  readonly job?: string;
  readonly run?: number;
  readonly state?: string;
  readonly message?: string;
}

const linesInto = (lines: Line[]) => logTo((line) => void lines.push(JSON.parse(line) as Line));

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_500 && !(await condition()); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A second node on the database of a service, with a clock of its own. */
async function secondNode(databaseUrl: string) {
  const callstitch = await openCallstitch({
    ...(await readSettings({ DATABASE_URL: databaseUrl })),
    jobs: EACH_SECOND,
    dialect: 'asterisk',
    trunks: [],
    internal: [],
    serviceTenantUuid: null,
    silentAfterMinutes: 240,
    now: () => instant(Date.now() * 1_000),
  });
  const registry = new SchedulerRegistry();
  return {
    clock: new JobsClock(callstitch, registry),
    async close() {
      for (const name of registry.getCronJobs().keys()) registry.deleteCronJob(name);
      for (const name of registry.getIntervals()) registry.deleteInterval(name);
      await callstitch.close();
    },
  };
}

test('two nodes whose clocks strike each second run each tick once, and say so in one line', async () => {
  const service = await openService([], { jobs: EACH_SECOND });
  const other = await secondNode(service.databaseUrl);
  const lines: Line[] = [];
  await Promise.all([service.jobsClock.start(linesInto(lines)), other.clock.start(linesInto(lines))]);
  await until(() => lines.length >= 5);
  await service.jobsClock.beforeApplicationShutdown();
  await other.close();
  const job = (await service.callstitch.jobs.list(100)).find(({ name }) => name === 'statistics');
  const runs = job?.runs ?? [];
  // The last lines are written as soon as those who ended are heard.
  await until(() => lines.length === runs.length);
  const ticks = runs.map(({ tick }) => tick ?? 0);
  expect(new Set(ticks).size).toBe(ticks.length);
  expect(ticks.filter((tick) => tick % 1_000_000 !== 0)).toEqual([]);
  expect(lines.map(({ run }) => run).sort()).toEqual(runs.map(({ id }) => id).sort());
  expect(new Set(lines.map(({ level, event, job: name, state }) => `${level} ${event} ${name} ${state}`))).toEqual(
    new Set(['info job.run statistics succeeded']),
  );
  expect(job?.nextAt).toBeGreaterThan(ticks[0] ?? 0);
  await service.close();
}, 60_000);

test('a missed generation is made up for at the start, and what has no schedule does not tick', async () => {
  const service = await openService([], {
    jobs: { ...DEFAULT_JOBS, schedules: { ...DEFAULT_SCHEDULES, ...NEVER, generation: '25 4 * * *', statistics: null } },
  });
  const lines: Line[] = [];
  await service.jobsClock.start(linesInto(lines));
  await until(() => lines.length > 0);
  expect(lines).toMatchObject([{ event: 'job.run', job: 'generation', trigger: 'catch-up', state: 'succeeded' }]);
  await service.close();
}, 60_000);

test('with a schedule that cannot be read nothing starts', async () => {
  const service = await openService([], { jobs: { ...DEFAULT_JOBS, schedules: { ...DEFAULT_SCHEDULES, purge: 'at night' } } });
  await expect(service.jobsClock.start(() => undefined)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  await service.close();
}, 60_000);
