import { databaseFailure } from './database-failure.js';
import type { DatabasePlace } from './database-place.js';
import { openPlace } from './database-place.js';

/** What a migration did. */
export interface DatabaseMigrated {
  /** Names of what was done now, oldest first. */
  readonly applied: readonly string[];
  /** Null when nobody asked for it. */
  readonly celTableCreated: boolean | null;
}

/** Brings our tables up to date; `withCel` also makes Asterisk's `cel` table, where the database is ours and has none. */
export async function migrateDatabase(place: DatabasePlace, { withCel }: { readonly withCel: boolean }): Promise<DatabaseMigrated> {
  const { createCelTable, migrate } = await import('@callstitch/persistence');
  const open = await openPlace(place);
  try {
    const { applied } = await migrate(open.url);
    return { applied, celTableCreated: withCel ? (await createCelTable(open.url)).created : null };
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    await open.close();
  }
}
