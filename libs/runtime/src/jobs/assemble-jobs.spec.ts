import type { JobsSettings } from '@callstitch/application';
import { DEFAULT_JOBS, DEFAULT_SCHEDULES, JOB_NAMES } from '@callstitch/application';
import { MemoryJobBook } from '@callstitch/application/testing';
import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { assembleJobs } from './assemble-jobs.js';
import type { JobTools } from './our-jobs.js';

const at = (text: string): Instant => instant(Date.parse(text) * 1_000);

interface Changed {
  readonly settings?: Partial<JobsSettings>;
  readonly analyzeTables?: JobTools['analyzeTables'];
  readonly keepMonths?: JobTools['keepMonths'];
  readonly removeExpiredTokens?: JobTools['removeExpiredTokens'];
  readonly callstitch?: Partial<JobTools['callstitch']>;
  readonly recordings?: readonly string[];
}

const NOTHING_MISSED = { missed: 0, created: 0, updated: 0 };

const unexpected = () => Promise.reject(new Error('nobody asked for this'));

/** Nodes over one book, by a clock that is set by hand. */
function onTest(start: string) {
  let time = at(start);
  let holders = 0;
  const now = () => time;
  const book = new MemoryJobBook(now);
  const node = ({
    settings,
    callstitch,
    analyzeTables = () => Promise.resolve(8),
    keepMonths = unexpected,
    removeExpiredTokens = unexpected,
    recordings = [],
  }: Changed = {}) =>
    assembleJobs(
      {
        jobBook: book,
        jobsSettings: { ...DEFAULT_JOBS, ...settings },
        now,
        newHolder: () => `holder ${++holders}`,
        analyzeTables,
        keepMonths,
      },
      {
        callstitch: {
          generate: unexpected,
          recheck: () => Promise.resolve(NOTHING_MISSED),
          planPurge: unexpected,
          purge: unexpected,
          sweepRecordings: unexpected,
          ...callstitch,
        },
        recordings,
        removeExpiredTokens,
        resumeExports: () => Promise.resolve(0),
      },
    );
  return { book, node, setTime: (text: string) => void (time = at(text)) };
}

const GENERATED = { rowsRead: 3, created: 1, updated: 0, unchanged: 0, open: 0, refused: 0, unusable: 0, batches: 1 };

test('all jobs are listed with when they run and how they stand', async () => {
  const { node } = onTest('2026-11-24T00:00:00Z');
  const jobs = node();
  await jobs.noteNext();
  const list = await jobs.list();
  expect(list.map(({ name }) => name)).toEqual(JOB_NAMES);
  expect(list[0]).toMatchObject({
    name: 'generation',
    schedule: '25 4 * * *',
    timezone: 'UTC',
    nextAt: at('2026-11-24T04:25:00Z'),
    runs: [],
    failures: 0,
  });
  expect(list.at(-1)).toMatchObject({ name: 'exports', schedule: null, nextAt: null });
});

test('a tick runs on one node of two, however late the other ticks; the next one is noted', async () => {
  const { node, setTime } = onTest('2026-11-24T05:54:59.500Z');
  const [one, other] = [node(), node()];
  expect(await Promise.all([one.tick('statistics'), other.tick('statistics')])).toMatchObject([{ kind: 'succeeded' }, { kind: 'taken' }]);
  setTime('2026-11-24T05:55:40Z');
  expect(await other.tick('statistics')).toEqual({ job: 'statistics', kind: 'done' });
  const [{ runs, nextAt } = { runs: [], nextAt: null }] = (await one.list()).filter(({ name }) => name === 'statistics');
  expect([runs.map(({ tick, state, result }) => [tick, state, result]), nextAt]).toEqual([
    [[at('2026-11-24T05:55:00Z'), 'succeeded', { tables: 8 }]],
    at('2026-11-25T05:55:00Z'),
  ]);
});

test.each(['Europe/Paris 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z', 'America/Montreal 2026-11-01T05:30:00Z 2026-11-01T06:30:00Z'])(
  'in the night when an hour comes twice a job runs once: %s',
  async (night) => {
    const [timezone = '', first = '', second = ''] = night.split(' ');
    const { node, setTime } = onTest(first);
    const schedules = { ...DEFAULT_SCHEDULES, timezone, statistics: timezone === 'Europe/Paris' ? '30 2 * * *' : '30 1 * * *' };
    const settings = { schedules };
    expect(await node({ settings }).tick('statistics')).toMatchObject({ kind: 'succeeded' });
    setTime(second);
    expect(await node({ settings }).tick('statistics')).toEqual({ job: 'statistics', kind: 'done' });
  },
);

test('a night that skips the hour has its run: Paris, 29 March', async () => {
  const { node, setTime } = onTest('2026-03-28T01:30:00Z');
  const jobs = node({ settings: { schedules: { ...DEFAULT_SCHEDULES, timezone: 'Europe/Paris', statistics: '30 2 * * *' } } });
  const ends = [await jobs.tick('statistics')];
  for (const time of ['2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z']) {
    setTime(time);
    ends.push(await jobs.tick('statistics'));
  }
  expect(ends.map(({ kind }) => kind)).toEqual(['succeeded', 'succeeded', 'done', 'succeeded']);
});

test('a generation that went by while no service was there is made up for once, by the first node that starts', async () => {
  const { node, setTime } = onTest('2026-11-24T04:25:00Z');
  const generate = () => Promise.resolve(GENERATED);
  await node({ callstitch: { generate } }).tick('generation');
  setTime('2026-11-25T04:00:00Z');
  expect(await node().makeUp()).toEqual([]);
  setTime('2026-11-26T09:00:00Z');
  const starts = [node({ callstitch: { generate } }), node({ callstitch: { generate } })];
  expect(await Promise.all(starts.map((jobs) => jobs.makeUp()))).toMatchObject([
    [{ kind: 'succeeded', result: GENERATED }],
    [{ kind: 'taken' }],
  ]);
  expect(await node().makeUp()).toEqual([]);
  expect(await node({ settings: { catchUp: [] } }).makeUp()).toEqual([]);
});

test('what failed is tried again when it is due, by any node', async () => {
  const { node, setTime } = onTest('2026-11-24T05:55:00Z');
  const full = () => Promise.reject(Object.assign(new Error('could not extend file'), { code: '53100' }));
  const settings = { catchUp: [] };
  expect(await node({ settings, analyzeTables: full }).tick('statistics')).toMatchObject({
    kind: 'failed',
    sentence: 'The database cannot go on: could not extend file. Give it room, then run the command again.',
  });
  expect(await node({ settings }).makeUp()).toEqual([]);
  expect((await node().list()).find(({ name }) => name === 'statistics')).toMatchObject({
    failures: 1,
    retryAt: at('2026-11-24T06:00:00Z'),
  });
  setTime('2026-11-24T06:00:00Z');
  expect(await node({ settings }).makeUp()).toMatchObject([
    { job: 'statistics', kind: 'succeeded', run: { attempt: 1, trigger: 'retry' } },
  ]);
  expect(await node({ settings }).makeUp()).toEqual([]);
});

test('a tick that the database missed is made up for as soon as it is back', async () => {
  const { node, book, setTime } = onTest('2026-11-24T04:25:00Z');
  const jobs = node({ callstitch: { generate: () => Promise.resolve(GENERATED) } });
  const take = book.take.bind(book);
  Object.assign(book, { take: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) });
  await expect(jobs.tick('generation')).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  Object.assign(book, { take });
  setTime('2026-11-24T04:31:00Z');
  expect(await jobs.makeUp()).toMatchObject([{ kind: 'succeeded', run: { trigger: 'catch-up', tick: at('2026-11-24T04:25:00Z') } }]);
});

test('by hand a job begins whatever its schedule, unless it runs or is not there', async () => {
  let finish: (tables: number) => void = () => undefined;
  const { node } = onTest('2026-11-24T00:00:00Z');
  const jobs = node({ analyzeTables: () => new Promise((resolve) => (finish = resolve)) });
  const { run, ended } = await jobs.begin('statistics');
  expect(run).toMatchObject({ trigger: 'hand', tick: null });
  await expect(node().begin('statistics')).rejects.toMatchObject({
    code: 'JOB_RUNNING',
    message: 'The job statistics is running; wait until it ends.',
  });
  finish(1);
  expect(await ended).toMatchObject({ kind: 'succeeded' });
  await expect(jobs.begin('polish')).rejects.toMatchObject({
    code: 'JOB_NOT_FOUND',
    message: expect.stringMatching(/^There is no job polish; .*: generation, /) as string,
  });
});

test('a node that stops lets its job end its batch and gives the lease back; another node goes on at once', async () => {
  const { node } = onTest('2026-11-24T04:25:00Z');
  const batches: (() => void)[] = [];
  const generate: JobTools['callstitch']['generate'] = async (_seeds, { onProgress } = {}) => {
    for (;;) {
      await new Promise<void>((resolve) => batches.push(resolve));
      onProgress?.(GENERATED);
    }
  };
  const jobs = node({ callstitch: { generate } });
  const { ended } = await jobs.begin('generation');
  batches.shift()?.();
  const stopped = jobs.stop();
  // The batch under way is not cut.
  await new Promise((resolve) => setImmediate(resolve));
  batches.shift()?.();
  await stopped;
  expect(await ended).toMatchObject({ kind: 'stopped' });
  const other = node({ callstitch: { generate: () => Promise.resolve(GENERATED) } });
  expect(await (await other.begin('generation')).ended).toMatchObject({ kind: 'succeeded' });
  await expect(jobs.begin('generation')).rejects.toMatchObject({ code: 'JOB_RUNNING' });
});

test('a generation looks so many days back for what was missed, and says how much; never for no days', async () => {
  const { node } = onTest('2026-11-24T04:25:00Z');
  const asked: number[] = [];
  const recheck: JobTools['callstitch']['recheck'] = (days) => {
    asked.push(days);
    return Promise.resolve({ missed: 3, created: 1, updated: 2 });
  };
  const callstitch = { generate: () => Promise.resolve(GENERATED), recheck };
  expect(await (await node({ callstitch }).begin('generation')).ended).toMatchObject({ result: { created: 2, updated: 2, missed: 3 } });
  const never = node({ callstitch, settings: { generation: { recheckDays: 0 } } });
  expect(await (await never.begin('generation')).ended).toMatchObject({ result: GENERATED });
  expect(asked).toEqual([3]);
});

test('expired tokens go after so many days', async () => {
  const { node } = onTest('2026-11-24T05:10:00Z');
  const removeExpiredTokens = (days: number) => Promise.resolve(days);
  expect(await node({ removeExpiredTokens }).tick('tokens')).toMatchObject({ kind: 'succeeded', result: { removed: 7 } });
});

test('nothing is purged while nothing sets a limit, and nothing swept where no directory is named', async () => {
  const { node } = onTest('2026-11-24T03:25:00Z');
  const jobs = node({ callstitch: { planPurge: () => Promise.resolve(null) } });
  expect(await jobs.tick('purge')).toMatchObject({ kind: 'succeeded', result: { nothing: 'no policy and no tenant sets a limit' } });
  expect(await jobs.tick('sweep')).toMatchObject({ kind: 'succeeded', result: { nothing: 'no directory of recordings is named' } });
});

test('a sweep only reports unless it may remove', async () => {
  const asked: unknown[] = [];
  const sweepRecordings: JobTools['callstitch']['sweepRecordings'] = ({ dryRun, force, minAgeDays }) => {
    asked.push({ dryRun, force, minAgeDays });
    return Promise.resolve({ suspicious: [] } as never);
  };
  const { node } = onTest('2026-11-24T03:25:00Z');
  const changed = { callstitch: { sweepRecordings }, recordings: ['/srv'] };
  await (
    await node(changed).begin('sweep')
  ).ended;
  await (
    await node({ ...changed, settings: { sweep: { minAgeDays: 30, remove: true } } }).begin('sweep')
  ).ended;
  expect(asked).toEqual([
    { dryRun: true, force: false, minAgeDays: 7 },
    { dryRun: false, force: false, minAgeDays: 30 },
  ]);
});

test('a schedule that cannot be read is said before anything runs', async () => {
  const { node } = onTest('2026-11-24T00:00:00Z');
  const jobs = node({ settings: { schedules: { ...DEFAULT_SCHEDULES, purge: 'at night' } } });
  for (const asked of [jobs.list(), jobs.noteNext(), jobs.makeUp(), jobs.tick('purge')]) {
    await expect(asked).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  }
});
