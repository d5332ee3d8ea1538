import type { PurgeStore, TenantBook } from '@callstitch/application';
import { previewTenantRemoval, removeTenant, unknownTenants } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ExportParts } from '../assemble-exports.js';
import { openArchives } from '../assemble-exports.js';
import { openFiles } from '../assemble-recordings.js';
import { explained } from '../database-failure.js';
import { heldCalls } from '../plan-purge.js';
import type { Tenants } from './tenants.js';

export interface TenantParts extends Pick<ExportParts, 'exportBook' | 'exportDirectory' | 'recordingDirectories'> {
  readonly tenantBook: TenantBook;
  readonly purges: PurgeStore;
  readonly configFile: string | null;
  readonly now: () => Instant;
}

/** The most call logs that are deleted at once. */
const BATCH = 5_000;

/** Connects the removal of tenants with purges and files; failures of the database are in a person's words. */
export function assembleTenants(parts: TenantParts): Tenants {
  const { tenantBook: book, purges, exportBook, configFile } = parts;
  const decided = async () => ({ book, purges, now: parts.now(), held: await heldCalls(configFile, parts.now()) });
  return {
    unknownTo: (registry) => explained(() => unknownTenants(registry, book)),
    previewRemoval: (tenantUuid) => explained(async () => previewTenantRemoval(tenantUuid, await decided(), exportBook)),
    remove: (tenantUuid, { trigger = 'command' } = {}) =>
      explained(async () => {
        const { fileCallLogArchives } = await import('@callstitch/call-log-archives');
        return removeTenant(tenantUuid, {
          ...(await decided()),
          trigger: `${trigger}: tenant removed`,
          files: await openFiles(parts.recordingDirectories),
          exports: { book: exportBook, archives: await openArchives(parts.exportDirectory) },
          batchSize: BATCH,
          // Nothing is archived of a tenant that is to be gone; what killed purges promised is.
          archive: { archives: fileCallLogArchives, directory: null },
        });
      }),
  };
}
