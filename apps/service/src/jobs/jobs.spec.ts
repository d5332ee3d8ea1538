import type { OpenedService } from '../testing/open-service.js';
import { openService } from '../testing/open-service.js';

let service: OpenedService;
beforeAll(async () => {
  service = await openService([]);
}, 60_000);
afterAll(() => service.close());

const list = () => service.ask('/1.0/jobs', { token: service.tokens.root });
const run = (name: string) => service.ask(`/1.0/jobs/${name}/run`, { token: service.tokens.root, method: 'POST' });

async function job(name: string) {
  const { items } = (await list()).body;
  return items.find((item) => item['name'] === name) as unknown as {
    readonly [key: string]: unknown;
    readonly last_runs: readonly object[];
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_500 && !(await condition()); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('jobs are listed for tokens of the master tenant, with when they run and how they stand', async () => {
  const { status, body } = await list();
  expect([status, body.total, body.filtered]).toEqual([200, 8, 8]);
  expect(body.items[0]).toEqual({
    name: 'generation',
    description: expect.any(String) as string,
    schedule: '25 4 * * *',
    timezone: 'UTC',
    status: 'ok',
    next_at: null,
    last_success_at: null,
    failures: 0,
    retry_at: null,
    running: null,
    last_runs: [],
  });
  const stranger = await service.ask('/1.0/jobs');
  expect([stranger.status, stranger.body.details['required_access']]).toEqual([401, 'call-logd.jobs.read']);
});

test('a job is run by hand: the answer comes at once, and the run is listed', async () => {
  const { status, body } = await run('statistics');
  expect([status, body]).toEqual([202, { job: 'statistics', run_id: expect.any(Number) as number }]);
  await until(async () => (await job('statistics'))['last_success_at'] !== null);
  const { last_runs: runs } = await job('statistics');
  expect(runs).toMatchObject([{ id: body['run_id'], trigger: 'hand', state: 'succeeded', tick: null, result: { tables: 8 }, error: null }]);
  expect(JSON.stringify(runs)).not.toContain('holder');
});

test('a job that runs anywhere is a 409, one that is not there a 404, and one of a stranger a 401', async () => {
  await service.query("insert into job_lease (job, holder, until) values ('sweep', 'another node', now() + interval '1 minute')");
  const taken = await run('sweep');
  expect([taken.status, taken.body.error_id, taken.body.details]).toEqual([409, 'job-running', { job_name: 'sweep' }]);
  const unknown = await run('polish');
  expect([unknown.status, unknown.body.error_id]).toEqual([404, 'job-not-found']);
  const stranger = await service.ask('/1.0/jobs/generation/run', { method: 'POST' });
  expect([stranger.status, stranger.body.details['required_access']]).toEqual([401, 'call-logd.jobs.generation.run.create']);
});

test('a job that failed is seen in the status and in the metrics, until it ends well', async () => {
  const status = async () => (await service.ask('/1.0/status')).body['jobs'];
  const metrics = async () => (await service.ask('/metrics')).text.split('\n').filter((line) => line.includes('job="partitions"'));
  expect(await status()).toEqual({ status: 'ok', failed: [] });
  await service.query(`insert into job_run (job, trigger, tick, attempt, holder, started_at, ended_at, state, error)
    values ('partitions', 'schedule', now(), 0, 'a node', now(), now(), 'failed', 'The disk is full.')`);
  expect(await status()).toEqual({ status: 'fail', failed: ['partitions'] });
  expect(await metrics()).toEqual(['callstitch_job_failures{job="partitions"} 1', 'callstitch_job_running{job="partitions"} 0']);
  expect(await job('partitions')).toMatchObject({ status: 'fail', failures: 1, retry_at: expect.any(String) as string });
  await run('partitions');
  await until(async () => (await job('partitions'))['status'] === 'ok');
  expect(await status()).toEqual({ status: 'ok', failed: [] });
  expect(await metrics()).toEqual([
    expect.stringMatching(/^callstitch_job_last_success_timestamp_seconds\{job="partitions"\} 1\d{9}\.?\d*$/),
    'callstitch_job_failures{job="partitions"} 0',
    'callstitch_job_running{job="partitions"} 0',
  ]);
});
