import { CallstitchError } from '@callstitch/domain';
import type { Wish } from './decide-turn.js';
import { decideTurn } from './decide-turn.js';
import type { Job, JobResult } from './job.js';
import type { JobBook } from './job-book.js';
import { RUNS_KEPT } from './job-book.js';
import type { JobRun, JobRunEnd } from './job-run.js';
import type { RetrySettings } from './jobs-settings.js';
import type { LeaseParts } from './keep-lease.js';
import { JobInterrupted, LEASE_SECONDS, keepLease } from './keep-lease.js';

export interface RunJobParts extends Omit<LeaseParts, 'book'> {
  readonly book: JobBook;
  readonly retry: RetrySettings;
}

/** How a run ended, with what was thrown when it failed. */
export type JobEnded =
  | { readonly kind: 'succeeded'; readonly run: JobRun; readonly result: JobResult }
  | { readonly kind: 'failed' | 'stopped' | 'lost'; readonly run: JobRun; readonly error: unknown; readonly sentence: string };

/** `taken` when somebody else runs it just now, `done` when there is nothing to do: that tick has run. */
export type JobBegun =
  | { readonly kind: 'taken' }
  | { readonly kind: 'done' }
  /** `ended` never rejects. */
  | { readonly kind: 'begun'; readonly run: JobRun; readonly ended: Promise<JobEnded> };

/** A wish and in whose name: a name that is used once. */
export type HeldWish = Wish & { readonly holder: string };

/** Begins a job, unless somebody else has the lease or the tick has run. */
export async function beginJob(job: Job, wish: HeldWish, parts: RunJobParts): Promise<JobBegun> {
  const { book } = parts;
  const { holder, trigger } = wish;
  if (!(await book.take(job.name, holder, LEASE_SECONDS))) return { kind: 'taken' };
  try {
    const runs = (await book.records([job.name], RUNS_KEPT)).get(job.name)?.runs ?? [];
    const turn = decideTurn(wish, runs, { retry: parts.retry, now: parts.now() });
    const run = turn === null ? null : await book.begin({ job: job.name, trigger, holder, tick: turn.tick, attempt: turn.attempt });
    if (run !== null) return { kind: 'begun', run, ended: carryOut(job, run, parts) };
  } catch (error) {
    await book.release(job.name, holder).catch(() => undefined);
    throw error;
  }
  await book.release(job.name, holder);
  return { kind: 'done' };
}

/** Runs a job to its end. */
export async function runJob(job: Job, wish: HeldWish, parts: RunJobParts): Promise<Exclude<JobBegun, { kind: 'begun' }> | JobEnded> {
  const begun = await beginJob(job, wish, parts);
  return begun.kind === 'begun' ? begun.ended : begun;
}

async function carryOut(job: Job, run: JobRun, parts: RunJobParts): Promise<JobEnded> {
  const { book } = parts;
  const lease = keepLease(run.job, run.holder, parts);
  let ended: JobEnded;
  try {
    ended = { kind: 'succeeded', run, result: await job.run(lease) };
  } catch (error) {
    ended = { kind: error instanceof JobInterrupted ? error.state : 'failed', run, error, sentence: sentenceOf(error) };
  }
  lease.end();
  try {
    if (!(await book.end(run.id, recordOf(ended)))) ended = lost(run);
    await book.release(run.job, run.holder);
  } catch (error) {
    // Nobody hears of it: the lease expires, and the run counts as lost.
    if (ended.kind === 'succeeded') ended = { kind: 'lost', run, error, sentence: sentenceOf(error) };
  }
  return ended;
}

function lost(run: JobRun): JobEnded {
  const error = new JobInterrupted('lost');
  return { kind: 'lost', run, error, sentence: error.message };
}

function recordOf(ended: JobEnded): JobRunEnd {
  return ended.kind === 'succeeded' ? { state: ended.kind, result: ended.result } : { state: ended.kind, error: ended.sentence };
}

function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof CallstitchError || error instanceof JobInterrupted) return said;
  return `This should not have happened: ${said.replace(/\.$/, '')}. Please report it.`;
}
