import type { JobRun } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ScheduledJob } from '@callstitch/runtime';

const time = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** A job for programs. */
export function jobJson({ nextAt, succeededAt, retryAt, running, runs, ...job }: ScheduledJob): object {
  return {
    ...job,
    nextAt: time(nextAt),
    succeededAt: time(succeededAt),
    retryAt: time(retryAt),
    running: running === null ? null : jobRunJson(running),
    runs: runs.map(jobRunJson),
  };
}

/** A run for programs. */
export function jobRunJson({ tick, startedAt, endedAt, ...run }: JobRun): object {
  return { ...run, tick: time(tick), startedAt: formatInstant(startedAt), endedAt: time(endedAt) };
}
