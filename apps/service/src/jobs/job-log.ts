import type { JobEnded } from '@callstitch/application';
import type { JobOutcome } from '@callstitch/runtime';
import type { Log, LogLevel } from '../log.js';

/** Hears how jobs ended, and what went wrong between them. */
export type JobLog = (event: JobOutcome | Error) => void;

/** Writes one line of JSON for each run; nothing of ticks that another node had. */
export function jobLog(log: Log): JobLog {
  return (event) => {
    if (event instanceof Error) log('error', 'job.trouble', { message: event.message });
    else if (event.kind !== 'taken' && event.kind !== 'done') log(levelOf(event), 'job.run', { job: event.job, ...ended(event) });
  };
}

function levelOf({ kind }: JobEnded): LogLevel {
  if (kind === 'succeeded') return 'info';
  return kind === 'stopped' ? 'warn' : 'error';
}

function ended(end: JobEnded): object {
  const { id, trigger, attempt } = end.run;
  const known = { run: id, trigger, attempt, state: end.kind };
  return end.kind === 'succeeded' ? { ...known, result: end.result } : { ...known, message: end.sentence };
}
