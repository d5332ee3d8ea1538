import { instant } from '@callstitch/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { Client } from 'pg';
import { createCelTable } from './create-cel-table.js';
import { openDatabase } from './database.js';
import { migrate } from './migrate.js';
import { openOrm } from './open-orm.js';
import { ensurePartitions } from './partitions.js';
import { ALL_ROWS, OUR_ROWS } from './rows/all-rows.js';
import { CelClaimRow } from './rows/cel-claim.row.js';
import { InstantType, textOf } from './rows/column-types.js';
import { freshDatabase } from './testing/fresh-database.js';

async function migrated(): Promise<string> {
  const url = await freshDatabase();
  await migrate(url);
  return url;
}

async function differences(url: string, entities: Parameters<typeof openOrm>[1]): Promise<string> {
  const orm = await openOrm(url, entities);
  try {
    return await orm.schema.getUpdateSchemaSQL({ wrap: false });
  } finally {
    await orm.close(true);
  }
}

/** Columns, constraints and indexes as PostgreSQL itself spells them, partitions left out. */
const CATALOG = `
  with ours as (select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                 and not relispartition and relname <> 'callstitch_migration')
  select format('%s.%s %s%s%s%s', relname, attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' end,
                ' default ' || pg_get_expr(adbin, adrelid), ' identity ' || nullif(attidentity::text, '')) as line
    from ours join pg_attribute on attrelid = ours.oid left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where attnum > 0 and not attisdropped
  union all select format('%s %s %s', relname, conname, pg_get_constraintdef(c.oid)) from ours join pg_constraint c on conrelid = ours.oid
   where contype <> 'n'
  union all select replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') from ours join pg_index on indrelid = ours.oid
  order by 1`;

async function catalog(url: string): Promise<string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(CATALOG);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

test('a migrated database is what the rows say', async () => {
  expect(await differences(await migrated(), OUR_ROWS)).toBe('');
});

test('a foreign cel table is no difference, and ours is what its row says', async () => {
  const url = await migrated();
  await createCelTable(url);
  expect(await differences(url, ALL_ROWS)).toBe('');
});

test('months that were made are no difference', async () => {
  const url = await migrated();
  const database = await openDatabase({ url });
  await ensurePartitions(database.pool, [instant(0)]);
  await database.close();
  expect(await differences(url, OUR_ROWS)).toBe('');
});

test('tables made from the rows have the same columns, constraints and indexes as migrated ones, to the letter', async () => {
  const url = await migrated();
  await createCelTable(url);

  const fromRows = await freshDatabase();
  const orm = await openOrm(fromRows, ALL_ROWS);
  await orm.schema.execute('create extension pg_trgm');
  await orm.schema.create();
  await orm.close(true);

  expect(await catalog(url)).toEqual(await catalog(fromRows));
});

test('call logs and recordings are partitioned by the start of the call', async () => {
  const client = new Client(await migrated());
  await client.connect();
  const { rows } = await client.query(
    'select partrelid::regclass::text as table, pg_get_partkeydef(partrelid) as key from pg_partitioned_table order by 1',
  );
  await client.end();
  expect(rows).toEqual([
    { table: 'call_log', key: 'RANGE (started_at)' },
    { table: 'recording', key: 'RANGE (started_at)' },
  ]);
});

test('a column that no migration makes is seen', async () => {
  const Changed = defineEntity({
    name: 'Changed',
    tableName: 'cel_claim',
    properties: {
      id: p.integer().primary().generated('identity'),
      source: p.text(),
      span: p.type(textOf('int8range')),
      claimedAt: p.type(InstantType).defaultRaw('now()'),
      host: p.text(),
    },
  });
  const others = OUR_ROWS.filter((row) => row !== CelClaimRow);
  expect(await differences(await migrated(), [...others, Changed])).toBe('alter table "cel_claim" add "host" text not null;\n');
});
