import type { Command } from 'commander';
import { callLogId } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTellingOptions } from '../telling-options.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { ExplainCallLogOptions } from './explain-call-log.js';

/** Shows how a call log is told. */
export function addExplain(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('explain')
    .summary('show which rule set which field of a call log from which CEL')
    .description('Tells the conversation of a call log again, and shows its CELs and which rule set which field from them.')
    .argument('<id>', 'id of a call log, as callstitch list shows it', callLogId);
  addTimezoneOption(addTellingOptions(command), 'zone of the times shown')
    .option('--json', 'print the explanation as JSON')
    .addHelpText('after', '\nGive the options that callstitch generate was given.')
    .addHelpText('after', '\nExamples:\n  callstitch explain 812\n  callstitch explain --trunk carrier 812')
    .addHelpText('after', EXIT_CODES)
    .action(async (id: number, options: Omit<ExplainCallLogOptions, 'id'>) => {
      const { explainCallLog } = await import('./explain-call-log.js');
      exitWith(await explainCallLog({ ...options, id }, terminal));
    });
}
