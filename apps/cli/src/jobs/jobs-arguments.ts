import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';

const EXAMPLES = `
Examples:
  callstitch jobs
  callstitch jobs --json | jq -r '.[] | select(.failures > 0).name'
  callstitch jobs run generation
  callstitch jobs run sweep --json`;

const REMARK = `
A running service runs jobs at their time, on one of its nodes; NEXT is what a service has noted. What failed is tried again by the
service after five minutes, three times at most.`;

const RUN_REMARK = `
It runs in this process under the same lease as in a service: while it runs anywhere, it runs nowhere else. A run that fails here is
not tried again by itself.`;

/** Shows the jobs that a service runs at their time, and runs one now. */
export function addJobs(program: Command, { terminal, exitWith }: CommandContext): void {
  const jobs = program
    .command('jobs')
    .summary('show the scheduled jobs and how they went, or run one')
    .description('Shows the jobs that a service runs at their time: when, how the last run went, and when they are due next.');
  addTimezoneOption(jobs, 'zone of the times shown')
    .option('--json', 'print them as JSON, with their last runs')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: { readonly timezone: string; readonly json?: boolean }) => {
      const { listJobs } = await import('./list-jobs.js');
      exitWith(await listJobs(options, terminal));
    });
  jobs
    .command('run')
    .summary('run a job now')
    .description('Runs a job now, whatever its schedule, and says what it did.')
    .argument('<name>', 'as callstitch jobs shows it')
    .option('--json', 'print what it did as JSON')
    .addHelpText('after', RUN_REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (name: string, _options: unknown, command: Command) => {
      const { runNamedJob } = await import('./run-named-job.js');
      // The list's own --json stands before the name of this command, and is the same option to whoever types it.
      exitWith(await runNamedJob(name, command.optsWithGlobals(), terminal));
    });
}
