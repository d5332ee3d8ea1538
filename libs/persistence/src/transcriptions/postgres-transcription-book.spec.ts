import { transcriptionContract } from '@callstitch/application/testing';
import { instant } from '@callstitch/domain';
import { PostgresAccessBook } from '../access/postgres-access-book.js';
import type { Database } from '../database.js';
import { openDatabase } from '../database.js';
import { migratedDatabase } from '../testing/migrated-database.js';
import { PostgresTranscriptionBook } from './postgres-transcription-book.js';

const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

transcriptionContract(
  async () => {
    const database = await openDatabase({ url: await migratedDatabase() });
    opened.push(database);
    return new PostgresTranscriptionBook(database.pool);
  },
  { test, expect },
);

test('the tenant of a transcription is known to the access book, made or not', async () => {
  const database = await openDatabase({ url: await migratedDatabase() });
  opened.push(database);
  const tenantUuid = '7e7e0001-0000-4000-8000-000000000009';
  const nothing = { voicemailId: null, providerId: null, language: null, durationSeconds: null };
  await new PostgresTranscriptionBook(database.pool).put({ ...nothing, messageId: '1', tenantUuid, text: '', createdAt: instant(0) });
  expect(await new PostgresAccessBook(database.pool).tenantsOfCallLogs()).toEqual([tenantUuid]);
});
