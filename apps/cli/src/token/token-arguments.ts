import type { Command } from 'commander';
import { Option } from 'commander';
import { collect, tokenId, uuid, wholeNumber } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import { addTimezoneOption } from '../timezone-option.js';
import type { CreateTokenOptions } from './create-token.js';

const EXAMPLES = `
Examples:
  callstitch token create --name administrator --admin
  callstitch token create --name reports --acl 'call-logd.cdr.read' --acl 'call-logd.cdr.*.read' --expires-in-days 90
  callstitch token create --name alice --user 5a5a0000-0000-4000-8000-000000000001 --tenant acme --acl 'call-logd.users.me.#'
  callstitch token list
  callstitch token revoke 3`;

const ACL = `
An access is words between dots: * is one word, # any number of words, ! at the beginning denies whatever else is granted, and
me is also the uuid of --user. Common ones: 'call-logd.#' everything of call logs, 'call-logd.cdr.read' the list of call logs,
'call-logd.#.read' whatever is read, 'call-logd.users.me.#' the user's own calls. Quote them, or the shell reads them as it likes.`;

/** Makes, shows and revokes tokens. */
export function addToken(program: Command, { terminal, exitWith }: CommandContext): void {
  const token = program
    .command('token')
    .summary('make, show and revoke the tokens of the service')
    .description('Makes, shows and revokes the tokens by which programs and people use the service.')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  token
    .command('create')
    .description('Makes a token and prints it: this once, because only its hash is kept.')
    .requiredOption('--name <name>', 'what it is for, as token list shows it')
    .option('--acl <access>', 'what it may do (repeatable)', collect)
    .option('--admin', 'it may do everything, in every tenant')
    .option('--tenant <tenant>', 'uuid or name of the tenant that it speaks for, with those below; the master tenant unless named')
    .addOption(new Option('--user <uuid>', 'the user that it speaks for').argParser(uuid))
    .addOption(new Option('--expires-in-days <days>', 'how long it works; for ever unless named').argParser(wholeNumber(1)))
    .option('--json', 'print the token with all that is kept of it, as JSON')
    .addHelpText('after', ACL)
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES)
    .action(async (options: CreateTokenOptions) => {
      const { createToken } = await import('./create-token.js');
      exitWith(await createToken(options, terminal));
    });
  const list = token.command('list').description('Shows all tokens and whether they work, newest first; never what they read like.');
  addTimezoneOption(list, 'zone of the times shown')
    .option('--json', 'print them as a JSON array')
    .action(async (options: { readonly timezone: string; readonly json?: boolean }) => {
      const { listTokens } = await import('./list-tokens.js');
      exitWith(await listTokens(options, terminal));
    });
  token
    .command('revoke')
    .description('Ends a token for good. A running service lets it in for five seconds more at most.')
    .argument('<id>', 'as token list shows it', tokenId)
    .option('--json', 'print what is kept of it, as JSON')
    .action(async (id: number, options: { readonly json?: boolean }) => {
      const { revokeToken } = await import('./list-tokens.js');
      exitWith(await revokeToken(id, options, terminal));
    });
}
