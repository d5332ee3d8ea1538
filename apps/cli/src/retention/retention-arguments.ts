import type { Command } from 'commander';
import { Option } from 'commander';
import { uuid, wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { SetRetentionArguments } from './retention.js';

const EXAMPLES = `
Examples:
  callstitch retention list
  callstitch retention set 7e7e0001-0000-4000-8000-000000000001 --call-log-days 730 --recording-days 90
  callstitch retention set 7e7e0001-0000-4000-8000-000000000001 --recording-days default`;

const readDays = wholeNumber(0, 'Name a whole number of days, or "default".');

/** Reads a number of days, or that it is as for everybody. */
function days(text: string): number | 'default' {
  return text === 'default' ? text : readDays(text);
}

/** Shows and sets how long tenants keep what is theirs. */
export function addRetention(program: Command, { terminal, exitWith }: CommandContext): void {
  const retention = program
    .command('retention')
    .summary('show or set how many days a tenant keeps its call logs')
    .description(
      'Shows or sets the tenants’ own numbers of days. For that tenant they count instead of the days of max-age in callstitch.yml, ' +
        'and instead of those given to callstitch purge, whether they are more or fewer. A hold holds in any case.',
    )
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  retention
    .command('list')
    .description('Shows the tenants that have a number of days of their own.')
    .option('--json', 'print them as a JSON array')
    .action(async (options: { readonly json?: boolean }) => {
      const { listRetentions } = await import('./retention.js');
      exitWith(await listRetentions(options, terminal));
    });
  retention
    .command('set')
    .description('Sets a tenant’s numbers of days; what is not named stays as it is.')
    .argument('<tenant>', 'the tenant’s uuid', uuid)
    .addOption(
      new Option('--call-log-days <days>', 'for call logs, and with them their recordings; "default" is as for everybody').argParser(days),
    )
    .addOption(new Option('--recording-days <days>', 'for recordings alone').argParser(days))
    .addOption(new Option('--export-days <days>', 'for exports of recordings').argParser(days))
    .option('--force', 'allow 0 days: the next purge deletes all that is not held')
    .action(async (tenant: string, options: SetRetentionArguments) => {
      const { setRetention } = await import('./retention.js');
      exitWith(await setRetention(tenant, options, terminal));
    });
}
