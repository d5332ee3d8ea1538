import { databaseFailure } from './database-failure.js';
import type { DatabasePlace } from './database-place.js';
import { openPlace } from './database-place.js';

/** What a migration did. */
export interface DatabaseMigrated {
  /** Names of what was done now, oldest first. */
  readonly applied: readonly string[];
  /** Null when nobody asked for it. */
  readonly celTableCreated: boolean | null;
  /** Null when nobody asked for it. */
  readonly triggerInstalled: boolean | null;
}

/** What to do beside our own tables. */
export interface MigrateWishes {
  /** Makes Asterisk's `cel` table, where the database is ours and has none. */
  readonly withCel: boolean;
  /** Lets the table `cel` tell of ended calls, because its owner asks for it. */
  readonly withTrigger?: boolean;
}

/** Brings our tables up to date, and does what else was wished. */
export async function migrateDatabase(place: DatabasePlace, wishes: MigrateWishes): Promise<DatabaseMigrated> {
  const { withCel, withTrigger = false } = wishes;
  const { createCelTable, installCelTrigger, migrate } = await import('@callstitch/persistence');
  const open = await openPlace(place);
  try {
    const { applied } = await migrate(open.url);
    const celTableCreated = withCel ? (await createCelTable(open.url)).created : null;
    const triggerInstalled = withTrigger ? (await installCelTrigger(place.celDatabaseUrl ?? open.url)).installed : null;
    return { applied, celTableCreated, triggerInstalled };
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    await open.close();
  }
}
