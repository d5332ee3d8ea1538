import type { Command } from 'commander';
import { callLogId } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { ShowOptions } from './show.js';

/** Shows one call log. */
export function addShow(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('show')
    .summary('show one call log with its journey')
    .description('Shows everything about one call log, and its journey on a line of time.')
    .argument('<id>', 'id of a call log, as callstitch list shows it', callLogId);
  addTimezoneOption(command, 'zone of the times shown')
    .option('--json', 'print the call log as JSON')
    .addHelpText('after', '\nExamples:\n  callstitch show 812\n  callstitch show --json 812 | jq .journey')
    .addHelpText('after', EXIT_CODES)
    .action(async (id: number, options: Omit<ShowOptions, 'id'>) => {
      const { show } = await import('./show.js');
      exitWith(await show({ ...options, id }, terminal));
    });
}
