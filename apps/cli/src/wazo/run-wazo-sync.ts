import { Command, CommanderError } from 'commander';
import type { ExitCode } from '../exit-code.js';
import { quiet } from '../program.js';
import { sayFailure, sayUsage } from '../run-command.js';
import type { Terminal } from '../terminal.js';

const REMARKS = `
The same and more: callstitch tenant sync, with --dry-run to look first.`;

/** Takes the arguments of the reference's removal of tenants that wazo-auth no longer knows. Asks nothing; quiet unless it is to say what goes. */
export async function runWazoSync(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = quiet(new Command('wazo-call-logd-sync-db'), terminal)
    .description('Removes the tenants that wazo-auth no longer knows, with the arguments of wazo-call-logd-sync-db.')
    .option('-d, --debug', 'say where it fails')
    .option('-q, --quiet', 'say nothing but failures')
    .addHelpText('after', REMARKS);
  try {
    await command.parseAsync(args, { from: 'user' });
    const { syncTenants } = await import('../tenant/sync-tenants.js');
    const out = command.opts()['quiet'] === true ? { ...terminal.out, write: () => Promise.resolve() } : terminal.out;
    return await syncTenants({}, { ...terminal, out });
  } catch (error) {
    if (error instanceof CommanderError) return sayUsage(error, command.name(), terminal);
    return sayFailure(error, { ...terminal, showsStacks: terminal.showsStacks || command.opts()['debug'] === true });
  }
}
