import type { Command } from 'commander';
import { Option } from 'commander';
import { wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { DeleteOptions } from './delete.js';

const REMARK = `
This is "forget and generate again", not a purge: -d 30 deletes the call logs of the LAST thirty days and leaves all older
ones. The CELs become unread, and the next callstitch generate makes the same call logs again, under the same ids.`;

const EXAMPLES = `
Examples:
  callstitch delete -d 7 && callstitch generate -d 8
  callstitch delete -A --yes && callstitch generate -c 0`;

/** Forgets call logs. */
export function addDelete(program: Command, { terminal, exitWith }: CommandContext): void {
  program
    .command('delete')
    .summary('forget the call logs of the last days, to generate them again')
    .description('Deletes the call logs that started within the last so many days, or all of them.')
    .addOption(
      new Option('-d, --days <days>', 'those that started within the LAST so many days of 24 hours')
        .argParser(wholeNumber(1, 'Name at least 1 day of 24 hours.'))
        .conflicts('all'),
    )
    .addOption(new Option('-A, --all', 'all call logs, of all tenants').conflicts('days'))
    .option('--force', 'delete also what can never be generated again, because its CELs are gone')
    .option('--yes', 'do not ask; needed where nobody can be asked')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', REMARK)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: DeleteOptions) => {
      const { deleteCallLogs } = await import('./delete.js');
      exitWith(await deleteCallLogs(options, terminal));
    });
}
