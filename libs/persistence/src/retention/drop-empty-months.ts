import type { ClientBase } from 'pg';
import { holdSchemaLock } from '../advisory-locks.js';
import { childrenOf } from './month-tables.js';

/** Drops months of recordings that are empty and whose call logs were dropped; one that is in use just now stays for the next purge. */
export async function dropEmptyMonths(client: ClientBase): Promise<void> {
  const months = new Set((await childrenOf(client, 'call_log')).map((name) => name.slice('call_log_'.length)));
  for (const table of await childrenOf(client, 'recording')) {
    if (!months.has(table.slice('recording_'.length))) await dropEmpty(client, table);
  }
}

/** Drops a month of a table when nothing is in it; does nothing when it is in use just now. */
export async function dropEmpty(client: ClientBase, table: string): Promise<void> {
  try {
    await client.query(`begin; ${holdSchemaLock('partitions')}; set local lock_timeout = '80ms'; lock table only ${table} in share mode`);
    const { rows } = await client.query<{ empty: boolean }>(`select not exists (select from ${table}) as empty`);
    if (rows[0]?.empty === true) await client.query(`drop table ${table}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if ((error as { readonly code?: unknown }).code !== '55P03') throw error;
  }
}
