import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';

const EXAMPLES = `
Examples:
  callstitch webhooks list
  callstitch webhooks failed crm --json | jq -r '.[].failure'
  callstitch webhooks replay crm --from 1042-7        # a seq of GET /1.0/changes, or of a delivery
  callstitch webhooks replay crm --from 0-0           # everything that the change feed still knows`;

/** Shows how webhooks do, and tells one again what happened. */
export function addWebhooks(program: Command, { terminal, exitWith }: CommandContext): void {
  const webhooks = program
    .command('webhooks')
    .summary('show how webhooks do, or tell one again')
    .description(
      'Shows the webhooks that a service announces to, what their receivers did not take, and announces again from any change on.',
    );
  addTimezoneOption(
    webhooks.command('list').summary('show all of them').description('Shows how far each webhook is, and what waits.'),
    'zone of the times shown',
  )
    .option('--json', 'print them as JSON')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: { readonly timezone: string; readonly json?: boolean }) => {
      const { listWebhooks } = await import('./webhooks.js');
      exitWith(await listWebhooks(options, terminal));
    });
  addTimezoneOption(
    webhooks
      .command('failed')
      .summary('show what a receiver did not take')
      .description('Shows the deliveries that wait to be tried again, and those that are not tried any more.')
      .argument('<webhook>', 'its name in callstitch.yml'),
    'zone of the times shown',
  )
    .option('--json', 'print them as JSON')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (webhook: string, options: { readonly timezone: string; readonly json?: boolean }) => {
      const { listFailed } = await import('./webhooks.js');
      exitWith(await listFailed(webhook, options, terminal));
    });
  webhooks
    .command('replay')
    .summary('tell a webhook everything again')
    .description(
      'Announces again from a change on, that one included. A running service begins within seconds; receivers know repeated deliveries by their id.',
    )
    .argument('<webhook>', 'its name in callstitch.yml')
    .requiredOption('--from <seq>', 'a line of the change feed; 0-0 for all that it still knows')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (webhook: string, { from }: { readonly from: string }) => {
      const { replayWebhook } = await import('./webhooks.js');
      exitWith(await replayWebhook(webhook, from, terminal));
    });
}
