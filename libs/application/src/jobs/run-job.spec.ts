import { CallstitchError } from '@callstitch/domain';
import { momentOf } from '../testing/a-call.js';
import { MemoryJobBook } from '../testing/memory-job-book.js';
import type { Job, JobHold } from './job.js';
import type { JobRun } from './job-run.js';
import type { HeldWish } from './run-job.js';
import { beginJob, runJob } from './run-job.js';

/** A clock, a pulse and a job that are moved by hand. */
function onTest() {
  let seconds = 20_000;
  let stopping = false;
  const now = () => momentOf(seconds);
  const book = new MemoryJobBook(now);
  const beats = new Set<() => Promise<void>>();
  const pulse = {
    every: (_seconds: number, beat: () => Promise<void>) => {
      beats.add(beat);
      return () => void beats.delete(beat);
    },
  };
  const parts = { book, pulse, now, stopping: () => stopping, retry: { afterMinutes: 5, times: 3 } };
  return {
    book,
    parts,
    beats,
    pass: (more: number) => void (seconds += more),
    stop: () => void (stopping = true),
    beat: async () => {
      for (const beat of beats) await beat();
    },
    runs: async (): Promise<readonly JobRun[]> => (await book.records(['polish'], 9)).get('polish')?.runs ?? [],
  };
}

const TICK = momentOf(20_000);

const polish = (run: (hold: JobHold) => Promise<object> = () => Promise.resolve({})): Job => ({
  name: 'polish',
  description: 'Polishes shoes.',
  run: async (hold) => ({ ...(await run(hold)) }),
});
const scheduled = (holder: string): HeldWish => ({ trigger: 'schedule', tick: TICK, holder });

/** A job that waits until it is told to go on, and asks its hold then. */
function waiting() {
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  const job = polish(async (hold) => {
    await gone;
    hold.check();
    return { shoes: 2 };
  });
  return { job, go };
}

test('of six nodes that tick at once one runs the job, and one that ticks later finds it done', async () => {
  const { parts, runs } = onTest();
  let times = 0;
  const job = polish(() => Promise.resolve({ times: ++times }));
  const ends = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((holder) => runJob(job, scheduled(holder), parts)));
  expect(ends.map(({ kind }) => kind).filter((kind) => kind === 'succeeded')).toHaveLength(1);
  expect(await runJob(job, scheduled('late'), parts)).toEqual({ kind: 'done' });
  expect([times, await runs()]).toEqual([1, [expect.objectContaining({ state: 'succeeded', result: { times: 1 }, tick: TICK })]]);
});

test('while a job runs it is taken, by hand as well; its lease is renewed, and given back in the end', async () => {
  const { parts, beat, beats, pass } = onTest();
  const { job, go } = waiting();
  const begun = await beginJob(job, scheduled('a'), parts);
  for (let minutes = 0; minutes < 3; minutes++) {
    pass(40);
    await beat();
    expect(await beginJob(job, { trigger: 'hand', holder: `b${minutes}` }, parts)).toEqual({ kind: 'taken' });
  }
  go();
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'succeeded', result: { shoes: 2 } });
  expect(beats.size).toBe(0);
  expect(await runJob(polish(), { trigger: 'hand', holder: 'c' }, parts)).toMatchObject({ kind: 'succeeded' });
});

test('a failure is recorded as a sentence and tried again after five minutes, until it ends well', async () => {
  const { parts, pass, runs } = onTest();
  let broken = true;
  const job = polish(() => (broken ? Promise.reject(new CallstitchError('ARCHIVE_UNUSABLE', 'The disk is full.')) : Promise.resolve({})));
  expect(await runJob(job, scheduled('a'), parts)).toMatchObject({ kind: 'failed', sentence: 'The disk is full.' });
  expect(await runJob(job, { trigger: 'retry', holder: 'b' }, parts)).toEqual({ kind: 'done' });
  pass(300);
  expect(await runJob(job, { trigger: 'retry', holder: 'c' }, parts)).toMatchObject({ kind: 'failed', run: { attempt: 1, tick: TICK } });
  broken = false;
  pass(300);
  expect(await runJob(job, { trigger: 'retry', holder: 'd' }, parts)).toMatchObject({ kind: 'succeeded', run: { attempt: 2 } });
  pass(300);
  expect(await runJob(job, { trigger: 'retry', holder: 'e' }, parts)).toEqual({ kind: 'done' });
  expect((await runs()).map(({ state, error }) => [state, error])).toEqual([
    ['succeeded', null],
    ['failed', 'The disk is full.'],
    ['failed', 'The disk is full.'],
  ]);
});

test('a defect is no sentence by itself', async () => {
  const { parts } = onTest();
  const job = polish(() => Promise.reject(new TypeError('x is not a shoe')));
  expect(await runJob(job, scheduled('a'), parts)).toMatchObject({
    kind: 'failed',
    sentence: 'This should not have happened: x is not a shoe. Please report it.',
  });
});

test('a job whose process is told to end stops between two pieces, gives the lease back, and is taken up at once', async () => {
  const { parts, stop, runs } = onTest();
  const { job, go } = waiting();
  const begun = await beginJob(job, scheduled('a'), parts);
  stop();
  go();
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'stopped' });
  expect(await runJob(polish(), { trigger: 'retry', holder: 'b' }, parts)).toMatchObject({ kind: 'succeeded', run: { attempt: 1 } });
  expect((await runs()).map(({ state }) => state)).toEqual(['succeeded', 'stopped']);
});

test('whoever was away for longer than the lease stops when it comes back, and spoils nothing of who took over', async () => {
  const { parts, pass, beat, runs } = onTest();
  const { job, go } = waiting();
  const begun = await beginJob(job, scheduled('a'), parts);
  pass(301);
  expect(await runJob(polish(), { trigger: 'retry', holder: 'b' }, parts)).toMatchObject({ kind: 'succeeded', run: { attempt: 1 } });
  await beat();
  go();
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'lost' });
  expect((await runs()).map(({ state }) => state)).toEqual(['succeeded', 'lost']);
});

test('who hears that the lease is another’s stops at the next piece', async () => {
  const { parts, beat } = onTest();
  const { job, go } = waiting();
  Object.assign(parts.book, { renew: () => Promise.resolve(false) });
  const begun = await beginJob(job, scheduled('a'), parts);
  await beat();
  go();
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'lost' });
});

test('a run that another node took over did not end well, although it came to its end', async () => {
  const { parts, pass } = onTest();
  let finish: (result: object) => void = () => undefined;
  const job = polish(() => new Promise<object>((resolve) => (finish = resolve)));
  const begun = await beginJob(job, scheduled('a'), parts);
  pass(301);
  await runJob(polish(), { trigger: 'retry', holder: 'b' }, parts);
  finish({});
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'lost' });
});

test('a lease that cannot be renewed is good until it expires', async () => {
  const { parts, pass, beats } = onTest();
  const renew = () => Promise.reject(new Error('the database is away'));
  const { job, go } = waiting();
  Object.assign(parts.book, { renew });
  const begun = await beginJob(job, scheduled('a'), parts);
  pass(59);
  for (const beat of beats) await expect(beat()).rejects.toThrow('away');
  go();
  expect(begun.kind === 'begun' ? await begun.ended : begun).toMatchObject({ kind: 'succeeded' });
});

test('a run whose end cannot be written down is lost, and its promise does not reject', async () => {
  const { parts } = onTest();
  Object.assign(parts.book, { end: () => Promise.reject(new Error('the database is away')) });
  expect(await runJob(polish(), scheduled('a'), parts)).toMatchObject({ kind: 'lost' });
});
