import { Command, CommanderError, Option } from 'commander';
import { wholeNumber } from '../argument-readers.js';
import type { ExitCode } from '../exit-code.js';
import { quiet } from '../program.js';
import { sayFailure, sayUsage } from '../run-command.js';
import type { Terminal } from '../terminal.js';

const REMARKS = `
delete -d 30 deletes the call logs of the LAST thirty days, which the next generate makes again; it is not a purge.
generate -d 0 is generate -c 20000, -c 0 is all unread rows, and delete without -A or -d does nothing.
The same and more, with help and questions: callstitch generate, callstitch delete.`;

/** Takes the arguments of the reference's nightly command, with all that may surprise about them. Asks nothing. */
export async function runWazoCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = quiet(new Command('wazo-call-logs'), terminal)
    .description('Makes call logs of CELs, or forgets them, with the arguments of wazo-call-logs.')
    .argument('[action]', 'generate or delete', 'generate')
    .addOption(new Option('-A, --all', 'with delete: all call logs'))
    .addOption(
      new Option('-c, --cel-count <rows>', 'minimum of CELs to read (default: 20000)').argParser(wholeNumber(0)).conflicts(['all', 'days']),
    )
    .addOption(new Option('-d, --days <days>', 'number of days').argParser(wholeNumber(0)).conflicts(['all', 'celCount']))
    .option('-D, --debug', 'say what is done, and where it fails')
    .addHelpText('after', REMARKS);
  try {
    await command.parseAsync(args, { from: 'user' });
    const { wazoCallLogs } = await import('./wazo-call-logs.js');
    return await wazoCallLogs(command.args[0] ?? 'generate', command.opts(), terminal);
  } catch (error) {
    if (error instanceof CommanderError) return sayUsage(error, command.name(), terminal);
    return sayFailure(error, { ...terminal, showsStacks: terminal.showsStacks || command.opts()['debug'] === true });
  }
}
