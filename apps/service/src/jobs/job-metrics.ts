import type { Jobs, ScheduledJob } from '@callstitch/runtime';
import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

const MICROSECONDS_PER_SECOND = 1_000_000;

/** Says to Prometheus how jobs stand; all nodes say the same, from the record of runs. Nothing while the database is away. */
export function publishJobMetrics(registry: Registry, jobs: Pick<Jobs, 'list'>): void {
  const gauge = (name: string, help: string, valueOf: (job: ScheduledJob) => number | null): void => {
    new Gauge({
      name,
      help,
      labelNames: ['job'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const job of await jobs.list().catch(() => [])) {
          const value = valueOf(job);
          if (value !== null) this.set({ job: job.name }, value);
        }
      },
    });
  };
  const SUCCESS = 'When a job last ended well, in seconds since the epoch; absent while it never did';
  gauge('callstitch_job_last_success_timestamp_seconds', SUCCESS, ({ succeededAt }) =>
    succeededAt === null ? null : succeededAt / MICROSECONDS_PER_SECOND,
  );
  gauge('callstitch_job_failures', 'Runs of a job that failed since it last ended well', ({ failures }) => failures);
  gauge('callstitch_job_running', 'Whether a job is running on some node', ({ running }) => (running === null ? 0 : 1));
}
