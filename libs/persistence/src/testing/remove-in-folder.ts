import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TenantRemoved } from '@callstitch/application';
import { removeTenant } from '@callstitch/application';
import { momentOf } from '@callstitch/application/testing';
import type { Pool } from 'pg';
import { PostgresExportBook } from '../exports/postgres-export-book.js';
import { PostgresPurgeStore } from '../retention/postgres-purge-store.js';
import { PostgresTenantBook } from '../tenants/postgres-tenant-book.js';
import { archivesInFiles } from './archives-in-files.js';
import { filesIn } from './purge-in-folder.js';

/** Whose the calls without a tenant are while tenants are removed. */
export const TOP_TENANT = 'ca115717-0000-4000-8000-000000000001';

/** Removes a tenant from a database and a folder of recordings and archives (`UUID.zip`), in batches as small as can be. */
export function removeInFolder(pool: Pool, folder: string, tenantUuid: string): Promise<TenantRemoved> {
  const archives = {
    async remove(uuid: string) {
      await rm(join(folder, `${uuid}.zip`), { force: true });
      return { kind: 'removed' } as const;
    },
  };
  return removeTenant(tenantUuid, {
    book: new PostgresTenantBook({ pool, defaultTenantUuid: TOP_TENANT }),
    purges: new PostgresPurgeStore({ pool, celSource: null }),
    held: { kind: 'tagged', tag: 'legal-hold', tagger: null },
    now: momentOf(9_000_000),
    trigger: 'test',
    files: filesIn(folder),
    batchSize: 1,
    archive: { archives: archivesInFiles, directory: null },
    exports: { book: new PostgresExportBook(pool), archives },
  });
}
