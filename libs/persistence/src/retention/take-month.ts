import type { CallMonth } from '@callstitch/application';
import type { CallFilter } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { holdSchemaLock } from '../advisory-locks.js';
import { callFilterSql } from '../call-filter-sql.js';
import { suffixOf } from './month-tables.js';

/** Lock not available in time, deadlock. */
const IN_USE: ReadonlySet<unknown> = new Set(['55P03', '40P01']);

/** Everybody who comes after us waits as long as we do. */
const PATIENCE = '80ms';
const TRIES = 5;

/** Whether a filter leaves out some call log of a table; the values are its own. */
async function leavesSome(client: ClientBase, table: string, filter: CallFilter): Promise<boolean> {
  const values: unknown[] = [];
  const condition = callFilterSql(filter, (value) => `$${values.push(value)}`);
  const { rows } = await client.query<{ left: boolean }>(`select exists (select from ${table} where not (${condition})) as left`, values);
  return rows[0]?.left !== false;
}

/**
 * Detaches a month of call logs and makes it a child of `purged_call_log`, if a filter picks all of it. That is decided
 * while nobody can write to the month, so a call generated meanwhile is either seen or told into a new month.
 */
export async function takeMonth(client: ClientBase, runId: number, month: CallMonth, filter: CallFilter): Promise<boolean> {
  const table = `call_log_${suffixOf(month)}`;
  // Looked at first without a lock: most months that may not go are found out here.
  if (await leavesSome(client, table, filter)) return false;
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      await client.query(`begin; ${holdSchemaLock('partitions')}; set local lock_timeout = '${PATIENCE}'`);
      await client.query(`lock table only ${table} in share mode`);
      if (await leavesSome(client, table, filter)) {
        await client.query('rollback');
        return false;
      }
      await client.query(`alter table call_log detach partition ${table}`);
      // The run is in the name, so that who writes it down later knows who took it.
      await client.query(`alter table ${table} rename to purged_${table}_${runId}`);
      await client.query(`alter table purged_${table}_${runId} inherit purged_call_log`);
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      if (!IN_USE.has((error as { readonly code?: unknown }).code)) throw error;
    }
  }
  return false;
}
