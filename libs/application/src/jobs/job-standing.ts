import type { Instant } from '@callstitch/domain';
import { pendingRetry } from './decide-turn.js';
import type { Job } from './job.js';
import type { JobRecord } from './job-book.js';
import type { JobRun } from './job-run.js';
import type { RetrySettings } from './jobs-settings.js';

/** How a job stands, for people and their instruments. */
export interface JobStanding extends JobRecord, Pick<Job, 'name' | 'description'> {
  readonly running: JobRun | null;
  /** Runs that failed or were lost since the last one that ended well, as far as they are kept. */
  readonly failures: number;
  /** When it is tried again; null when it is not. */
  readonly retryAt: Instant | null;
}

/** How a job stands by what is known of it. */
export function jobStanding({ name, description }: Job, record: JobRecord, retry: RetrySettings): JobStanding {
  const { runs } = record;
  const [newest] = runs;
  const well = runs.findIndex(({ state }) => state === 'succeeded');
  const since = well === -1 ? runs : runs.slice(0, well);
  return {
    name,
    description,
    ...record,
    running: newest?.state === 'running' ? newest : null,
    failures: since.filter(({ state }) => state === 'failed' || state === 'lost').length,
    retryAt: pendingRetry(runs, retry)?.dueAt ?? null,
  };
}
