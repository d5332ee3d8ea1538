import type { Command } from 'commander';
import { Option } from 'commander';
import { uuid } from '../argument-readers.js';
import type { CommandContext } from '../command-context.js';
import { EXIT_CODES } from '../exit-code.js';
import type { SyncTenantsOptions } from './sync-tenants.js';
import type { CreateTenantOptions } from './tenants.js';

const EXAMPLES = `
Examples:
  callstitch tenant create acme
  callstitch tenant create acme-paris --parent acme
  callstitch tenant create office --uuid 7e7e0001-0000-4000-8000-000000000001
  callstitch tenant list
  callstitch tenant delete acme-paris
  callstitch tenant sync --dry-run`;

/** Makes, shows, deletes and synchronises tenants. */
export function addTenant(program: Command, { terminal, exitWith }: CommandContext): void {
  const tenant = program
    .command('tenant')
    .summary('make, show, delete and synchronise tenants')
    .description('Makes, shows and deletes tenants: whose calls are whose, when several share a system.')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', EXIT_CODES);
  tenant
    .command('create')
    .description('Makes a tenant.')
    .argument('<name>', 'as a directory names it; the calls of that tenant are then its own')
    .addOption(
      new Option('--uuid <uuid>', 'the uuid that a Wazo system gave it; without it the one that calls of that name have').argParser(uuid),
    )
    .option('--parent <tenant>', 'uuid or name of the tenant that sees its calls too; the master tenant unless named')
    .option('--json', 'print it as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: CreateTenantOptions) => {
      const { createTenant } = await import('./tenants.js');
      exitWith(await createTenant(name, options, terminal));
    });
  tenant
    .command('list')
    .description('Shows all tenants, each below the one that sees its calls too.')
    .option('--json', 'print them as a JSON array')
    .action(async (options: { readonly json?: boolean }) => {
      const { listTenants } = await import('./tenants.js');
      exitWith(await listTenants(options, terminal));
    });
  tenant
    .command('delete')
    .description('Deletes a tenant that has no working token and none below it. Its call logs stay, for the administrator to see.')
    .argument('<tenant>', 'its uuid or name')
    .option('--json', 'print it as JSON')
    .action(async (named: string, options: { readonly json?: boolean }) => {
      const { deleteTenant } = await import('./tenants.js');
      exitWith(await deleteTenant(named, options, terminal));
    });
  tenant
    .command('sync')
    .description(
      'Removes the tenants that wazo-auth no longer knows, with all that is kept of them: call logs, recordings and exports with their files, ' +
        'transcriptions, days, tokens; whatever retention says or holds. Asks wazo-auth (CALLSTITCH_AUTH) with CALLSTITCH_DIRECTORY_TOKEN.',
    )
    .option('--dry-run', 'only show what would go')
    .option('--json', 'print it as a JSON array')
    .action(async (options: SyncTenantsOptions) => {
      const { syncTenants } = await import('./sync-tenants.js');
      exitWith(await syncTenants(options, terminal));
    });
}
