import type { Instant } from '@callstitch/domain';
import { secondsAfter } from '@callstitch/domain';
import type { JobBook, JobNote, JobRecord } from '../jobs/job-book.js';
import { LOST_RUN, RUNS_KEPT } from '../jobs/job-book.js';
import type { JobRun, JobRunEnd, NewJobRun } from '../jobs/job-run.js';

interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

/** Leases and runs in memory, by a clock that is given. */
export class MemoryJobBook implements JobBook {
  private readonly leases = new Map<string, Lease>();
  private readonly notes = new Map<string, JobNote>();
  private runs: readonly JobRun[] = [];
  private lastId = 0;

  constructor(private readonly now: () => Instant) {}

  take(job: string, holder: string, seconds: number): Promise<boolean> {
    const lease = this.leases.get(job);
    if (lease !== undefined && lease.until >= this.now()) return Promise.resolve(false);
    this.leases.set(job, { holder, until: secondsAfter(this.now(), seconds) });
    this.change(
      (run) => run.job === job && run.state === 'running',
      () => ({ state: 'lost', endedAt: this.now(), error: LOST_RUN }),
    );
    return Promise.resolve(true);
  }

  renew(job: string, holder: string, seconds: number): Promise<boolean> {
    if (!this.holds(job, holder)) return Promise.resolve(false);
    this.leases.set(job, { holder, until: secondsAfter(this.now(), seconds) });
    return Promise.resolve(true);
  }

  release(job: string, holder: string): Promise<void> {
    if (this.leases.get(job)?.holder === holder) this.leases.delete(job);
    return Promise.resolve();
  }

  begin(begun: NewJobRun): Promise<JobRun | null> {
    const { job, holder, tick, attempt } = begun;
    const there = this.runs.some((run) => tick !== null && run.job === job && run.tick === tick && run.attempt === attempt);
    if (there || !this.holds(job, holder)) return Promise.resolve(null);
    const open = { startedAt: this.now(), endedAt: null, state: 'running', result: null, error: null } as const;
    const run: JobRun = { id: ++this.lastId, ...begun, ...open };
    const [own, others] = [this.runs.filter((other) => other.job === job), this.runs.filter((other) => other.job !== job)];
    this.runs = [run, ...own.slice(0, RUNS_KEPT - 1), ...others];
    return Promise.resolve(run);
  }

  end(id: number, end: JobRunEnd): Promise<boolean> {
    const ended = this.runs.find((run) => run.id === id && run.state === 'running');
    if (ended === undefined) return Promise.resolve(false);
    const endedAt = this.now();
    this.change(
      (run) => run.id === id,
      () => ({ ...end, endedAt }),
    );
    if (end.state === 'succeeded') this.notes.set(ended.job, { ...this.noteOf(ended.job), succeededAt: endedAt });
    return Promise.resolve(true);
  }

  records(jobs: readonly string[], runs: number): Promise<ReadonlyMap<string, JobRecord>> {
    return Promise.resolve(
      new Map(
        jobs.map((job) => {
          const own = this.runs.filter((run) => run.job === job).slice(0, runs);
          return [job, { ...this.noteOf(job), runs: own.map((run) => this.shown(run)) }];
        }),
      ),
    );
  }

  noteNext(job: string, at: Instant | null): Promise<void> {
    this.notes.set(job, { ...this.noteOf(job), nextAt: at });
    return Promise.resolve();
  }

  /** As after a long silence of whoever holds it. */
  expire(job: string): Promise<void> {
    const lease = this.leases.get(job);
    if (lease !== undefined) this.leases.set(job, { ...lease, until: secondsAfter(this.now(), -1) });
    return Promise.resolve();
  }

  private holds(job: string, holder: string): boolean {
    const lease = this.leases.get(job);
    return lease?.holder === holder && lease.until >= this.now();
  }

  private shown(run: JobRun): JobRun {
    return run.state === 'running' && !this.holds(run.job, run.holder) ? { ...run, state: 'lost', error: LOST_RUN } : run;
  }

  private noteOf(job: string): JobNote {
    return this.notes.get(job) ?? { nextAt: null, succeededAt: null };
  }

  private change(which: (run: JobRun) => boolean, changed: () => Partial<JobRun>): void {
    this.runs = this.runs.map((run) => (which(run) ? { ...run, ...changed() } : run));
  }
}
