import { CallstitchError } from '@callstitch/domain';
import type { Database } from '@callstitch/persistence';
import { createCelTable, openDatabase } from '@callstitch/persistence';

export interface CelTableOptions {
  readonly url: string;
  readonly createTable: boolean;
}

/** A database with a table `cel` in it, or one sentence about what is missing. */
export async function openCelTable({ url, createTable }: CelTableOptions): Promise<Database> {
  try {
    const database = await openDatabase({ url });
    if (createTable) await createCelTable(url);
    const { rows } = await database.pool.query<{ exists: boolean }>(`select to_regclass('cel') is not null as exists`);
    if (rows[0]?.exists === true) return database;
    await database.close();
    throw new CallstitchError('CEL_TABLE_NOT_FOUND', 'There is no table cel in the database; correct --database, or add --create-table.');
  } catch (error) {
    if (!(error instanceof CallstitchError)) throw error;
    // The setting has another name here.
    throw new CallstitchError(error.code, error.message.replace('DATABASE_URL', '--database'), { cause: error });
  }
}

/** PostgreSQL does not take a row, e.g. because the table is another one. */
export function notTaken(error: unknown): CallstitchError {
  const reason = error instanceof Error ? error.message : String(error);
  return new CallstitchError('CEL_TABLE_INVALID', `The table cel does not take the rows: ${reason}.`, { cause: error });
}
