import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { collect, wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { SweepArguments } from './sweep.js';

const REMARK = `
Without --yes it only reports. Only regular files are removed, never what a link leads to. A file stays when a recording whose own
file is missing has its name, or when there are CELs or conversations of its age that are not told yet: run callstitch generate first.
Nothing is changed in a directory that is missing, cannot be read, or holds no file although recordings name files in it: its disk may
not be mounted. Where several disks hold recordings, name the directory of each. --force overrules these doubts, but not the safety age.
Recordings that a purge has marked are left to the purge. It may be stopped and repeated.`;

const EXAMPLES = `
Examples:
  callstitch recordings sweep --recordings /var/spool/asterisk/monitor
  callstitch recordings sweep --recordings /var/spool/asterisk/monitor --recordings /mnt/archive --yes
  callstitch recordings sweep --min-age-days 30 --json | jq -r 'select(.kind == "orphan").path'`;

const LONGEST_DAYS = 10_000;
const DAYS = `Name a whole number of days from 1 to ${LONGEST_DAYS}.`;
const readDays = wholeNumber(1, DAYS);

function days(text: string): number {
  const number = readDays(text);
  if (number > LONGEST_DAYS) throw new InvalidArgumentError(DAYS);
  return number;
}

/** Looks after the files of recordings. */
export function addRecordings(program: Command, { terminal, exitWith }: CommandContext): void {
  const recordings = program
    .command('recordings')
    .summary('find recordings without files and files without recordings')
    .description('Looks after the files of recordings.')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  recordings
    .command('sweep')
    .summary('find recordings without files and files without recordings')
    .description(
      'Finds recordings whose file is missing, and files that no recording names. With --yes the first lose their path, while call log, ' +
        'uuid and times stay; of the second those go for good that are older than the safety age.',
    )
    .addOption(
      new Option('--recordings <directory>', 'a directory of recordings; may be repeated (default CALLSTITCH_RECORDINGS)').argParser(
        collect,
      ),
    )
    .addOption(
      new Option('--min-age-days <days>', 'files that were written to since then stay: their calls may be running')
        .argParser(days)
        .default(7),
    )
    .option('--force', 'overrule the doubts below')
    .option('--yes', 'do it')
    .option('--json', 'print what is found as JSON, one object a line, the summary last')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: SweepArguments) => {
      const { sweep } = await import('./sweep.js');
      exitWith(await sweep(options, terminal));
    });
}
