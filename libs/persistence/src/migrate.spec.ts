import { Client } from 'pg';
import { createCelTable } from './create-cel-table.js';
import { migrate, pendingMigrations } from './migrate.js';
import { MIGRATION_NAMES } from './migrations/migration-names.js';
import { migrationsList } from './migrations/migrations-list.js';
import { freshDatabase } from './testing/fresh-database.js';

async function run(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query<object>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

test('the names that are asked for are those of the classes, in their order', () => {
  const names = migrationsList.map((migration) => new migration(null as never, null as never).name);
  expect(names).toEqual(MIGRATION_NAMES);
});

test('an empty database lacks all migrations, a migrated one none', async () => {
  const url = await freshDatabase();
  expect(await pendingMigrations(url)).toEqual(MIGRATION_NAMES);
  expect(await migrate(url)).toEqual({ applied: MIGRATION_NAMES });
  expect(await pendingMigrations(url)).toEqual([]);
  expect(await migrate(url)).toEqual({ applied: [] });
});

test('when several processes start at once, one migrates and the others wait for it', async () => {
  const url = await freshDatabase();
  const all = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
  expect(all.flatMap(({ applied }) => applied)).toEqual(MIGRATION_NAMES);
  expect(await pendingMigrations(url)).toEqual([]);
});

test('a migration that fails leaves no table behind, and says why', async () => {
  const url = await freshDatabase();
  await run(url, 'create table recording (mine int)');
  await expect(migrate(url)).rejects.toMatchObject({
    code: 'DATABASE_MIGRATION_FAILED',
    message: expect.stringMatching(
      /^The database [\w.]+:\d+\/\w+ could not be migrated: relation "recording" already exists; nothing of the migration stays\.$/,
    ) as string,
  });
  expect(await run(url, `select relname from pg_class where relname in ('call_log', 'recording')`)).toEqual([{ relname: 'recording' }]);
  expect(await pendingMigrations(url)).toEqual(MIGRATION_NAMES);
});

test('who may not make the extension is told who may', async () => {
  const url = await freshDatabase();
  const role = `newcomer_${Date.now()}`;
  await run(url, `create role ${role} login password 'let-me-in'`, `grant create on schema public to ${role}`);
  const theirs = new URL(url);
  theirs.username = role;
  theirs.password = 'let-me-in';
  const failure = await migrate(theirs.href).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'DATABASE_EXTENSION_MISSING',
    message: expect.stringMatching(
      /needs the extension pg_trgm, which cannot be made here \(permission denied to create extension "pg_trgm"\); let its administrator/,
    ) as string,
  });
  expect(String(failure)).not.toContain('let-me-in');

  await run(url, 'create extension pg_trgm');
  expect(await migrate(theirs.href)).toEqual({ applied: MIGRATION_NAMES });
});

test('the cel table is made once, by whoever comes first', async () => {
  const url = await freshDatabase();
  const all = await Promise.all([createCelTable(url), createCelTable(url), createCelTable(url)]);
  expect(all.filter(({ created }) => created)).toHaveLength(1);
  expect(await run(url, 'insert into cel (eventtype, eventtime) values ($$ANSWER$$, now())', 'select count(*)::int from cel')).toEqual([
    { count: 1 },
  ]);
});

test('a cel table that exists stays as it is', async () => {
  const url = await freshDatabase();
  await run(url, 'create table cel (mine int)');
  expect(await createCelTable(url)).toEqual({ created: false });
  expect(await run(url, 'select * from cel')).toEqual([]);
});
