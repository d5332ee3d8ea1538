import { Migration } from '@mikro-orm/migrations';

/** Who may run a scheduled job now, and how its last runs went. */
export class Migration20261124Jobs extends Migration {
  override name = 'migration-20261124-jobs';

  override up(): void {
    this.addSql(`create table job_lease (
      job text primary key, holder text, until timestamptz, next_at timestamptz, succeeded_at timestamptz
    )`);

    this.addSql(`create table job_run (
      id bigint generated always as identity primary key,
      job text not null,
      trigger text not null constraint job_run_trigger_check check (trigger in ('schedule', 'hand', 'retry', 'catch-up')),
      tick timestamptz, attempt int not null, holder text not null, started_at timestamptz not null, ended_at timestamptz,
      state text not null
        constraint job_run_state_check check (state in ('running', 'succeeded', 'failed', 'stopped', 'lost')),
      result jsonb, error text,
      constraint job_run_by_tick unique (job, tick, attempt)
    )`);
    this.addSql(`create index job_run_by_job on job_run (job, id)`);
  }
}
