import { CallstitchError } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { holdSchemaLock } from './advisory-locks.js';
import { placeOf } from './connection-failure.js';
import { MIGRATION_NAMES, MIGRATION_TABLE } from './migrations/migration-names.js';
import { withClient } from './with-client.js';

export interface Migrated {
  /** Names of what was done now, oldest first. */
  readonly applied: readonly string[];
}

/** Brings our tables up to date. When several processes start at once, one migrates and the others wait for it. */
export async function migrate(url: string): Promise<Migrated> {
  return withClient(url, async (client) => {
    await client.query('begin');
    await client.query(holdSchemaLock('migrate'));
    // The ORM takes long to load, and is needed rarely.
    if ((await pending(client)).length === 0) return { applied: [] };
    const { openOrm } = await import('./open-orm.js');
    const orm = await openOrm(url);
    try {
      const applied = await orm.migrator.up();
      return { applied: applied.map(({ name }) => name) };
    } catch (error) {
      throw migrationFailure(url, error);
    } finally {
      await orm.close(true);
    }
  });
}

/** Names of the migrations that the database lacks, oldest first. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  return withClient(url, pending);
}

async function pending(client: ClientBase): Promise<readonly string[]> {
  const known = await client.query<{ found: boolean }>(`select to_regclass('${MIGRATION_TABLE}') is not null as found`);
  if (known.rows[0]?.found !== true) return MIGRATION_NAMES;
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE}`);
  const applied = new Set(rows.map(({ name }) => name));
  return MIGRATION_NAMES.filter((name) => !applied.has(name));
}

function migrationFailure(url: string, cause: unknown): CallstitchError {
  const place = placeOf(url) ?? '';
  // The ORM adds the statement before and hints behind, each on lines of their own or after a dash.
  const [firstLine = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const reason = firstLine.split(' - ').at(-1) ?? firstLine;
  return reason.includes('extension') && reason.includes('pg_trgm')
    ? new CallstitchError(
        'DATABASE_EXTENSION_MISSING',
        `The database ${place} needs the extension pg_trgm, which cannot be made here (${reason}); ` +
          'let its administrator run "create extension pg_trgm" in it, then migrate again.',
        { cause },
      )
    : new CallstitchError(
        'DATABASE_MIGRATION_FAILED',
        `The database ${place} could not be migrated: ${reason}; nothing of the migration stays.`,
        {
          cause,
        },
      );
}
