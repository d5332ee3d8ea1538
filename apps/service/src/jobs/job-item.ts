import type { JobRun } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ScheduledJob } from '@callstitch/runtime';
import { isoTime } from '@callstitch/application';

const time = (at: Instant | null): string | null => (at === null ? null : isoTime(at));

/** A job as the API shows it. */
export function jobItem({
  name,
  description,
  schedule,
  timezone,
  nextAt,
  succeededAt,
  failures,
  retryAt,
  running,
  runs,
}: ScheduledJob): object {
  return {
    name,
    description,
    schedule,
    timezone,
    status: failures === 0 ? 'ok' : 'fail',
    next_at: time(nextAt),
    last_success_at: time(succeededAt),
    failures,
    retry_at: time(retryAt),
    running: running === null ? null : runItem(running),
    last_runs: runs.map(runItem),
  };
}

/** Without whose lease it runs under: that names a machine. */
function runItem({ id, trigger, tick, attempt, state, startedAt, endedAt, result, error }: JobRun): object {
  return { id, trigger, tick: time(tick), attempt, state, started_at: isoTime(startedAt), ended_at: time(endedAt), result, error };
}
