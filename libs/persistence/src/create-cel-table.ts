import { holdSchemaLock } from './advisory-locks.js';
import { CEL_TABLE } from './migrations/cel-table.js';
import { withClient } from './with-client.js';

/** Makes Asterisk's `cel` table where the database is ours; one that exists stays as it is, whatever it looks like. */
export async function createCelTable(url: string): Promise<{ readonly created: boolean }> {
  return withClient(url, async (client) => {
    await client.query('begin');
    await client.query(holdSchemaLock('celTable'));
    const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('cel') is not null as exists`);
    const created = rows[0]?.exists !== true;
    if (created) for (const statement of CEL_TABLE) await client.query(statement);
    await client.query('commit');
    return { created };
  });
}
