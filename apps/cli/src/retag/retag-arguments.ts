import type { Command } from 'commander';
import { collect } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { RetagOptions } from './retag.js';

const EXAMPLES = `
Examples:
  callstitch retag --dry-run                          # what would change, call by call
  callstitch retag --from 2026-11-01                  # after a change in callstitch.yml
  callstitch retag --tagger business-hours --tenant 7e7e0001-0000-4000-8000-000000000001`;

/** Runs taggers again. */
export function addRetag(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('retag')
    .summary('run taggers again over stored call logs')
    .description(
      'Runs the taggers of callstitch.yml again over stored call logs, without their CELs. ' +
        'Each tagger replaces its own tags and no one else’s; a call whose tags stay the same is not touched.',
    )
    .option('--from <time>', 'calls that started at or after: 2026-11-23, or with a time such as 2026-11-23T14:30')
    .option('--until <time>', 'calls that started before')
    .option('--tenant <uuid>', 'calls of this tenant')
    .option('--tagger <name>', 'only this tagger (repeatable)', collect)
    .option('--dry-run', 'write nothing, and show what would change');
  addTimezoneOption(command, 'zone of the times given')
    .option('--json', 'print the counts as JSON, with --dry-run every change')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: RetagOptions) => {
      const { retag } = await import('./retag.js');
      exitWith(await retag(options, terminal));
    });
}
