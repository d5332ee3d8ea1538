import type { JobEnded } from '@callstitch/application';
import type { JobOutcome } from '@callstitch/runtime';

/** Hears how jobs ended, and what went wrong between them. */
export type JobLog = (event: JobOutcome | Error) => void;

/** Writes one line of JSON for each run; nothing of ticks that another node had. */
export function jobLog(write: (line: string) => void): JobLog {
  const line = (level: string, fields: object): void => {
    write(JSON.stringify({ time: new Date().toISOString(), level, ...fields }));
  };
  return (event) => {
    if (event instanceof Error) line('error', { event: 'job.trouble', message: event.message });
    else if (event.kind !== 'taken' && event.kind !== 'done') line(levelOf(event), { event: 'job.run', job: event.job, ...ended(event) });
  };
}

function levelOf({ kind }: JobEnded): string {
  if (kind === 'succeeded') return 'info';
  return kind === 'stopped' ? 'warn' : 'error';
}

function ended(end: JobEnded): object {
  const { id, trigger, attempt } = end.run;
  const known = { run: id, trigger, attempt, state: end.kind };
  return end.kind === 'succeeded' ? { ...known, result: end.result } : { ...known, message: end.sentence };
}
