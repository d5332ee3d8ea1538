import { createCelTable } from '../create-cel-table.js';
import { migrate } from '../migrate.js';
import { freshDatabase } from './fresh-database.js';

let template: Promise<string> | null = null;

async function makeTemplate(): Promise<string> {
  const url = await freshDatabase();
  await migrate(url);
  await createCelTable(url);
  return new URL(url).pathname.slice(1);
}

/** A database of its own with all tables and nothing in them; copied from one that was migrated, which is much faster. */
export async function migratedDatabase(): Promise<string> {
  template ??= makeTemplate();
  return freshDatabase(await template);
}
