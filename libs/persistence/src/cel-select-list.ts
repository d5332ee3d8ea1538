import { CallstitchError } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { CEL_COLUMNS } from './cel-rows.js';

/** Without these a row cannot be told from another or put in its place. */
const NEEDED: readonly string[] = ['id', 'eventtype', 'eventtime', 'uniqueid', 'linkedid'];

/**
 * What to select of an Asterisk `cel` table, whatever its columns are: `CEL_COLUMNS` in their order, an empty
 * text for those it lacks.
 */
export async function celSelectList(client: ClientBase | Pool, table = 'cel'): Promise<string> {
  const { rows } = await client.query<{ column: string | null }>(
    `select a.attname as column
       from (select to_regclass($1) as oid) as t left join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.oid is not null`,
    [table],
  );
  if (rows.length === 0) {
    throw new CallstitchError(
      'CEL_TABLE_NOT_FOUND',
      `The database has no table ${table}; name the database where Asterisk writes its CELs in CEL_DATABASE_URL.`,
    );
  }
  const there = new Set(rows.map(({ column }) => column));
  const missing = NEEDED.filter((column) => !there.has(column));
  if (missing.length > 0) {
    throw new CallstitchError(
      'CEL_TABLE_INVALID',
      `The table ${table} lacks ${missing.join(', ')}, without which calls cannot be told; add what is missing as Asterisk's manual describes it.`,
    );
  }
  return CEL_COLUMNS.map((column) => (there.has(column) ? `"${column}"` : "''")).join(', ');
}
