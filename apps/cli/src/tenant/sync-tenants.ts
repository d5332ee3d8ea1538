import type { StoredTenant, TenantPurged, TenantRemoved } from '@callstitch/application';
import type { Tenants } from '@callstitch/runtime';
import { openTenantRegistry } from '@callstitch/runtime';
import { cleanText } from '../clean-text.js';
import { columns } from '../columns.js';
import { count } from '../count.js';
import type { ExitCode } from '../exit-code.js';
import { EXIT } from '../exit-code.js';
import { writeJsonArray } from '../json-array.js';
import { failureLines } from '../purge/purge-text.js';
import { NO_TELLING } from '../telling-options.js';
import type { Terminal } from '../terminal.js';
import { withCallstitch } from '../with-callstitch.js';

/** The options of `callstitch tenant sync`. */
export interface SyncTenantsOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

type Line = TenantPurged & { readonly tenantUuid: string; readonly name: string | null };

/** Removes the tenants that wazo-auth no longer knows; what cannot be removed now is said, and the others go. */
export async function syncTenants({ dryRun = false, json = false }: SyncTenantsOptions, terminal: Terminal): Promise<ExitCode> {
  const { service, directoryToken } = await terminal.settings();
  const { authentication } = service;
  const choice = authentication === 'local' ? ({ kind: 'local' } as const) : ({ kind: 'wazo-auth', baseUrl: authentication } as const);
  const registry = await openTenantRegistry(choice, directoryToken);
  return withCallstitch(terminal, NO_TELLING, async ({ tenants }) => {
    const unknown = await tenants.unknownTo(registry);
    const { lines, left } = dryRun ? await preview(unknown, tenants) : await remove(unknown, tenants);
    if (json) await writeJsonArray(lines, terminal.out);
    else await terminal.out.write(textOf(lines, { dryRun, unknown: unknown.length }));
    await terminal.err.write(left);
    return left === '' ? EXIT.fine : EXIT.incomplete;
  });
}

interface Done {
  readonly lines: readonly Line[];
  /** What was not done, in sentences; empty when everything was. */
  readonly left: string;
}

async function preview(unknown: readonly StoredTenant[], tenants: Tenants): Promise<Done> {
  const lines: Line[] = [];
  for (const { tenantUuid, name } of unknown) lines.push({ tenantUuid, name, ...(await tenants.previewRemoval(tenantUuid)) });
  return { lines, left: '' };
}

async function remove(unknown: readonly StoredTenant[], tenants: Tenants): Promise<Done> {
  const lines: Line[] = [];
  let left = '';
  for (const { tenantUuid, name } of unknown) {
    try {
      const { failures, failed, ...removed }: TenantRemoved = await tenants.remove(tenantUuid);
      lines.push({ name, ...removed });
      left += failureLines({ failures, failed });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'PURGE_UNFINISHED')) throw error;
      left += `${error.message}\n`;
    }
  }
  return { lines, left };
}

function textOf(lines: readonly Line[], { dryRun, unknown }: { readonly dryRun: boolean; readonly unknown: number }): string {
  if (unknown === 0) return 'wazo-auth knows all tenants of whom something is kept.\n';
  const rows = lines.map(({ tenantUuid, name, ...counts }) => [
    tenantUuid,
    ...[counts.callLogs, counts.recordings, counts.exports].map((number) => number.toLocaleString('en-US')),
    name === null ? '' : cleanText(name),
  ]);
  const total = `${count(lines.length, 'tenant')} ${dryRun ? 'would be' : lines.length === 1 ? 'was' : 'were'} removed.`;
  return `${[...columns([['UUID', 'CALL LOGS', 'RECORDINGS', 'EXPORTS', 'TENANT'], ...rows]), total].join('\n')}\n`;
}
