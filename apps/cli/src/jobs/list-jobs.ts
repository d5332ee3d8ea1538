import type { ScheduledJob } from '@callstitch/runtime';
import type { Instant } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { writeJsonArray } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import type { WallClock } from '../wall-clock.js';
import { wallClock } from '../wall-clock.js';
import { withCallstitch } from '../with-callstitch.js';
import { jobJson } from './job-json.js';
import { jobRunWords } from './job-run-words.js';

/** Shows all jobs. */
export async function listJobs(
  { timezone, json = false }: { readonly timezone: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const clock = wallClock(timezone);
  return withCallstitch(terminal, NO_TELLING, async (callstitch) => {
    const jobs = await callstitch.jobs.list();
    if (json) await writeJsonArray(jobs.map(jobJson), terminal.out);
    else await terminal.out.write(`${jobLines(jobs, clock).join('\n')}\n`);
    return EXIT.fine;
  });
}

function jobLines(jobs: readonly ScheduledJob[], clock: WallClock): string[] {
  const time = (at: Instant | null | undefined): string => (at === null || at === undefined ? '-' : clock.dateAndTime(at));
  const [zone = 'UTC'] = jobs.map((job) => job.timezone);
  return columns([
    ['JOB', `SCHEDULE (${zone})`, `NEXT (${clock.timezone})`, `LAST RUN (${clock.timezone})`, 'RESULT'],
    ...jobs.map((job) => {
      const [last] = job.runs;
      const retry = job.retryAt === null ? '' : `; again at ${clock.dateAndTime(job.retryAt)}`;
      const result = last === undefined ? '-' : `${jobRunWords(last)}${retry}`;
      return [job.name, job.schedule ?? 'never', time(job.nextAt), time(last?.startedAt), cleanText(result)];
    }),
  ]);
}
