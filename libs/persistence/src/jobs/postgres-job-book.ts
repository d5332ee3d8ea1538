import type { JobBook, JobRecord, JobRun, JobRunEnd, NewJobRun } from '@callstitch/application';
import { LOST_RUN, RUNS_KEPT } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';

/** A run as it is shown: it is lost as soon as its holder has no lease, also while nobody wrote that down. */
const RUN = `run.id, run.job, run.trigger, run.tick, run.attempt, run.holder, run.started_at as "startedAt", run.ended_at as "endedAt", run.result`;
const HELD = `(lease.holder = run.holder and lease.until >= clock_timestamp())`;

/** Leases and runs of jobs in PostgreSQL, by its clock: those of the nodes may differ. */
export class PostgresJobBook implements JobBook {
  constructor(private readonly pool: Pool) {}

  async take(job: string, holder: string, seconds: number): Promise<boolean> {
    // Of several at once the first makes or locks the row; the others look at it when that one is done.
    const { rowCount } = await this.pool.query(
      `insert into job_lease (job, holder, until) values ($1, $2, clock_timestamp() + $3 * interval '1 second')
       on conflict (job) do update set holder = excluded.holder, until = excluded.until
         where job_lease.until is null or job_lease.until < clock_timestamp()`,
      [job, holder, seconds],
    );
    if (rowCount === 0) return false;
    await this.pool.query(
      `update job_run set state = 'lost', ended_at = clock_timestamp(), error = $3 where job = $1 and state = 'running' and holder <> $2`,
      [job, holder, LOST_RUN],
    );
    return true;
  }

  async renew(job: string, holder: string, seconds: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update job_lease set until = clock_timestamp() + $3 * interval '1 second'
        where job = $1 and holder = $2 and until >= clock_timestamp()`,
      [job, holder, seconds],
    );
    return rowCount === 1;
  }

  async release(job: string, holder: string): Promise<void> {
    await this.pool.query('update job_lease set holder = null, until = null where job = $1 and holder = $2', [job, holder]);
  }

  async begin({ job, trigger, tick, attempt, holder }: NewJobRun): Promise<JobRun | null> {
    const { rows } = await this.pool.query<JobRun>(
      `insert into job_run as run (job, trigger, tick, attempt, holder, started_at, state)
       select $1, $2, $3, $4, $5, clock_timestamp(), 'running'
         from (select from job_lease where job = $1 and holder = $5 and until >= clock_timestamp() for update) as lease
       on conflict on constraint job_run_by_tick do nothing
       returning ${RUN}, run.state, run.error`,
      [job, trigger, tick === null ? null : formatInstant(tick), attempt, holder],
    );
    const [run] = rows;
    if (run === undefined) return null;
    await this.pool.query(
      'delete from job_run where job = $1 and id <= (select id from job_run where job = $1 order by id desc offset $2 limit 1)',
      [job, RUNS_KEPT],
    );
    return run;
  }

  async end(id: number, end: JobRunEnd): Promise<boolean> {
    const [result, error] = end.state === 'succeeded' ? [JSON.stringify(end.result), null] : [null, end.error];
    const { rowCount } = await this.pool.query(
      `with ended as (
         update job_run set state = $2, ended_at = clock_timestamp(), result = $3, error = $4 where id = $1 and state = 'running'
         returning job, state, ended_at
       ), noted as (
         update job_lease set succeeded_at = ended_at from ended where job_lease.job = ended.job and state = 'succeeded'
       )
       select from ended`,
      [id, end.state, result, error],
    );
    return rowCount === 1;
  }

  async records(jobs: readonly string[], runs: number): Promise<ReadonlyMap<string, JobRecord>> {
    const [notes, last] = await Promise.all([
      this.pool.query<{ job: string; nextAt: Instant | null; succeededAt: Instant | null }>(
        `select job, next_at as "nextAt", succeeded_at as "succeededAt" from job_lease where job = any ($1)`,
        [jobs],
      ),
      this.pool.query<JobRun>(
        `select ${RUN}, case when run.state = 'running' and ${HELD} is not true then 'lost' else run.state end as state,
                case when run.state = 'running' and ${HELD} is not true then $3 else run.error end as error
           from unnest($1::text[]) as asked (job)
           cross join lateral (select * from job_run where job_run.job = asked.job order by id desc limit $2) as run
           left join job_lease as lease on lease.job = run.job
          order by run.id desc`,
        [jobs, runs, LOST_RUN],
      ),
    ]);
    const noteOf = new Map(notes.rows.map(({ job, ...note }) => [job, note]));
    return new Map(
      jobs.map((job) => [job, { ...(noteOf.get(job) ?? NO_NOTE), runs: last.rows.filter((run) => run.job === job) }] as const),
    );
  }

  async noteNext(job: string, at: Instant | null): Promise<void> {
    await this.pool.query(
      'insert into job_lease (job, next_at) values ($1, $2) on conflict (job) do update set next_at = excluded.next_at',
      [job, at === null ? null : formatInstant(at)],
    );
  }
}

const NO_NOTE = { nextAt: null, succeededAt: null };
