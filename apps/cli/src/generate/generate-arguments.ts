import type { Command } from 'commander';
import { Option } from 'commander';
import { wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addSilenceOption, addTellingOptions } from '../telling-options.js';
import type { GenerateOptions } from './generate.js';

const EXAMPLES = `
Examples:
  callstitch generate                        # the newest 20,000 unread rows: the nightly job
  callstitch generate -c 0                   # all unread rows
  callstitch generate -d 7                   # the unread rows of the last seven days
  callstitch generate --linkedid 1795446851.120
  callstitch generate --trunk carrier --dry-run`;

const NO_DAYS = 'Name at least 1 day of 24 hours, or take -c 0 for all unread rows.';

/** Makes call logs. */
export function addGenerate(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('generate')
    .summary('make call logs of CELs that were not read yet')
    .description(
      'Makes call logs of CELs that were not read yet, newest first. Whole calls are read, so it may be more rows than asked for. ' +
        'May be stopped, repeated and run several times at once.',
    )
    .addOption(
      new Option('-c, --cel-count <rows>', 'the newest so many unread rows; 0 for all (default: 20000)')
        .argParser(wholeNumber(0))
        .conflicts(['days', 'linkedid']),
    )
    .addOption(
      new Option('-d, --days <days>', 'the unread rows of the last so many days of 24 hours')
        .argParser(wholeNumber(1, NO_DAYS))
        .conflicts(['celCount', 'linkedid']),
    )
    .addOption(new Option('--linkedid <id...>', 'the calls with these linkedids, read or not').conflicts(['celCount', 'days']))
    .option('--dry-run', 'write nothing, and show what would be created or changed');
  addSilenceOption(addTellingOptions(command))
    .option('--json', 'print the counts as JSON, with --dry-run every change')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: GenerateOptions) => {
      const { generate } = await import('./generate.js');
      exitWith(await generate(options, terminal));
    });
}
