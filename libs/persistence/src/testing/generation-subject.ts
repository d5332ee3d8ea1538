import type { GenerationSubject, MemoryChange } from '@callstitch/application/testing';
import type { CallLog, Cel } from '@callstitch/domain';
import type { Pool } from 'pg';
import { PostgresCallLogBook } from '../book/postgres-call-log-book.js';
import type { CallLogRecord } from '../call-log-columns.js';
import { withRecordings } from '../call-logs/read-call-log.js';
import { copyIn } from '../copy/copy-in.js';
import { openDatabase } from '../database.js';
import { PostgresCelStore } from '../postgres-cel-store.js';
import { CEL_COPY_COLUMNS, celRow } from '../postgres-cel-table.js';
import { migratedDatabase } from './migrated-database.js';

/** Whose the calls of a spec are. */
export const TEST_TENANT = '7e7e0001-0000-4000-8000-000000000001';

/** Writes rows as Asterisk would, under the ids that they have. */
export async function putCels(pool: Pool, cels: readonly Cel[]): Promise<void> {
  const client = await pool.connect();
  try {
    await copyIn(client, { table: 'cel', columns: CEL_COPY_COLUMNS }, cels.map(celRow));
  } finally {
    client.release();
  }
}

class StoreOnTest extends PostgresCelStore {
  constructor(private readonly database: Pool) {
    super(database);
  }

  put(cels: readonly Cel[]): Promise<void> {
    return putCels(this.database, cels);
  }

  async purge(matches: (cel: Cel) => boolean): Promise<void> {
    const bounds = await this.bounds();
    const gone = bounds === null ? [] : (await this.read(bounds)).cels.filter(matches);
    await this.database.query('delete from cel where id = any($1::bigint[])', [gone.map(({ id }) => id)]);
  }
}

class BookOnTest extends PostgresCallLogBook {
  constructor(private readonly database: Pool) {
    super({ pool: database, defaultTenantUuid: TEST_TENANT });
  }

  async all(): Promise<readonly CallLog[]> {
    const { rows } = await this.database.query<CallLogRecord>('select * from call_log order by id');
    return withRecordings(this.database, rows);
  }

  async changes(): Promise<readonly MemoryChange[]> {
    const { rows } = await this.database.query<{
      kind: MemoryChange['kind'];
      call_log_id: number;
      version: number;
      merged_into: number | null;
    }>('select kind, call_log_id, version, merged_into from call_log_change order by seq');
    return rows.map(({ kind, call_log_id, version, merged_into }) => ({ kind, callLogId: call_log_id, version, mergedInto: merged_into }));
  }
}

/** A database of its own with these rows, a store and a book on it, and how to end it. */
export async function generationSubject(
  cels: readonly Cel[],
): Promise<GenerationSubject & { readonly pool: Pool; readonly url: string; readonly close: () => Promise<void> }> {
  const url = await migratedDatabase();
  const database = await openDatabase({ url });
  const store = new StoreOnTest(database.pool);
  await store.put(cels);
  const book = new BookOnTest(database.pool);
  return {
    store,
    book,
    url,
    pool: database.pool,
    async close() {
      book.close();
      await database.close();
    },
  };
}
