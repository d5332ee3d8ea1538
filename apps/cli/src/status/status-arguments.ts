import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { StatusOptions } from './status.js';

/** Shows how the book stands. */
export function addStatus(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('status')
    .summary('show what is unread, open and refused, and the last runs')
    .description('Shows how many CELs nobody has read, which calls are open or could not be told, and the last runs.');
  addTimezoneOption(command, 'zone of the times shown')
    .option('--json', 'print the status as JSON')
    .addHelpText('after', '\nExamples:\n  callstitch status\n  callstitch status --json | jq .unreadRows')
    .addHelpText('after', EXIT_CODES)
    .action(async (options: StatusOptions) => {
      const { status } = await import('./status.js');
      exitWith(await status(options, terminal));
    });
}
