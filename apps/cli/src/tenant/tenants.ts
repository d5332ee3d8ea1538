import { CallstitchError, isUuid } from '@callstitch/domain';
import { cleanText } from '../clean-text.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { jsonText, writeJsonArray } from '../json-array.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';
import { tenantTree } from './tenant-tree.js';

/** The options of `callstitch tenant create`. */
export interface CreateTenantOptions {
  readonly uuid?: string;
  readonly parent?: string;
  readonly json?: boolean;
}

/** Makes a tenant and says its uuid. */
export async function createTenant(
  named: string,
  { uuid, parent, json = false }: CreateTenantOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const name = named.trim();
  if (name === '' || isUuid(name)) {
    throw new CallstitchError('ARGUMENT_INVALID', 'A tenant needs a name that is no uuid; --uuid says which uuid it has.');
  }
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const tenant = await access.createTenant({ name, uuid: uuid ?? null, parent: parent ?? null });
    await terminal.out.write(json ? `${jsonText(tenant)}\n` : `The tenant ${cleanText(name)} has the uuid ${tenant.uuid}.\n`);
    return EXIT.fine;
  });
}

/** Shows all tenants. */
export async function listTenants({ json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const tenants = await access.tenants();
    if (json) await writeJsonArray(tenants, terminal.out);
    else await terminal.out.write(`${tenantTree(tenants).join('\n')}\n`);
    return EXIT.fine;
  });
}

/** Deletes a tenant and says what stays of it. */
export async function deleteTenant(named: string, { json = false }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  return withCallstitch(terminal, NO_TELLING, async ({ access }) => {
    const tenant = await access.deleteTenant(named);
    const sentence = `The tenant ${cleanText(tenant.name)} is deleted. Its call logs stay, and the administrator sees them.\n`;
    await terminal.out.write(json ? `${jsonText(tenant)}\n` : sentence);
    return EXIT.fine;
  });
}
