import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { collect, wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { ListOptions } from './list.js';

const EXAMPLES = `
Examples:
  callstitch list
  callstitch list --from 2026-11-23 --until 2026-11-24 --timezone Europe/Paris
  callstitch list --direction inbound --status missed --status busy
  callstitch list --number '+33*' --min-talk 60
  callstitch list --search martin --json | jq '.[].id'
  callstitch list --all --csv > calls.csv`;

const DIRECTIONS = ['internal', 'inbound', 'outbound'];
const STATUSES = ['answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked'];
const KINDS = ['user', 'group', 'queue', 'conference', 'meeting', 'voicemail', 'external', 'ivr', 'parking', 'unknown'];

/** Shows call logs. */
export function addList(program: Command, { terminal, exitWith }: CommandContext): void {
  const command = program
    .command('list')
    .summary('show call logs, newest first')
    .description('Shows call logs, newest first: a table for people, JSON or CSV. Several filters narrow the choice together.')
    .option('--from <time>', 'started at or after: 2026-11-23, or with a time such as 2026-11-23T14:30')
    .option('--until <time>', 'started before')
    .addOption(new Option('--direction <direction>', 'seen from the phone system').choices(DIRECTIONS))
    .addOption(new Option('--status <status>', 'how it ended (repeatable)').choices(STATUSES).argParser(oneOf(STATUSES)))
    .option('--number <number>', 'of the caller, dialled, or reached; * at one end stands for anything, such as 438*')
    .option('--search <text>', 'part of a name or number of anybody who took part, whether the table shows them or not')
    .option('--tag <tag>', 'has this tag')
    .option('--user <uuid>', 'this user took part')
    .addOption(new Option('--kind <kind>', 'of what was reached').choices(KINDS))
    .option('--min-talk <seconds>', 'talked for at least so long', wholeNumber(0))
    .option('--tenant <uuid>', 'of this tenant')
    .addOption(
      new Option('--limit <number>', 'at most so many (default: 100)').argParser(wholeNumber(1, 'Name at least 1, or take --all.')),
    )
    .addOption(new Option('--all', 'all that match, however many').conflicts('limit'));
  addTimezoneOption(command, 'zone of the times given and shown')
    .addOption(new Option('--json', 'print call logs as a JSON array').conflicts('csv'))
    .addOption(new Option('--csv', 'print call logs as CSV, in UTC').conflicts('json'))
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: ListOptions) => {
      const { list } = await import('./list.js');
      exitWith(await list(options, terminal));
    });
}

function oneOf(choices: readonly string[]): (value: string, earlier?: readonly string[]) => string[] {
  return (value, earlier) => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return collect(value, earlier);
  };
}
