import { tenantRetentionContract } from '@callstitch/application/testing';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresTenantRetentions } from './postgres-tenant-retentions.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

tenantRetentionContract(
  async () => {
    const database = await openDatabase({ url: await migratedDatabase() });
    opened.push(database);
    return new PostgresTenantRetentions(database.pool);
  },
  { test, expect },
);
