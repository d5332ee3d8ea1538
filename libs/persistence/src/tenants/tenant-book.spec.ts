import { tenantBookContract } from '@callstitch/application/testing';
import { PostgresAccessBook } from '../access/postgres-access-book.js';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { PostgresTenantRetentions } from '../retention/postgres-tenant-retentions.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { TOP_TENANT } from '../testing/remove-in-folder.js';
import { PostgresTranscriptionBook } from '../transcriptions/postgres-transcription-book.js';
import { PostgresTenantBook } from './postgres-tenant-book.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

tenantBookContract(
  async () => {
    const database = await openDatabase({ url: await migratedDatabase() });
    opened.push(database);
    const { pool } = database;
    return {
      book: new PostgresTenantBook({ pool, defaultTenantUuid: TOP_TENANT }),
      access: new PostgresAccessBook(pool),
      retentions: new PostgresTenantRetentions(pool),
      transcriptions: new PostgresTranscriptionBook(pool),
      defaultTenantUuid: TOP_TENANT,
    };
  },
  { test, expect },
);
