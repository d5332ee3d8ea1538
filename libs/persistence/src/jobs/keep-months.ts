import type { Instant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { ensurePartitions, forgetPartitions } from '../partitions.js';
import { dropEmpty, dropEmptyMonths } from '../retention/drop-empty-months.js';
import { childrenOf, monthTables } from '../retention/month-tables.js';

/** Names of tables of months. */
export interface MonthsKept {
  readonly made: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * Makes the months ahead before calls need them, and drops those that ended a month ago or more and hold nothing. One that is in
 * use just now, or all of them while a purge goes on, stay for the next time.
 */
export async function keepMonths(
  pool: Pool,
  { now, monthsAhead }: { readonly now: Instant; readonly monthsAhead: number },
): Promise<MonthsKept> {
  const client = await pool.connect();
  try {
    const before = await tables(client);
    // Another process may have dropped what this pool has seen.
    forgetPartitions(pool);
    await ensurePartitions(
      pool,
      Array.from({ length: monthsAhead + 1 }, (_, ahead) => firstOfMonth(now, ahead)),
    );
    const made = await tables(client);
    await dropOld(client, firstOfMonth(now, -1));
    forgetPartitions(pool);
    const after = new Set(await tables(client));
    return { made: made.filter((name) => !before.includes(name)), dropped: before.filter((name) => !after.has(name)) };
  } finally {
    // The lock of purges, if it was got, ends with the connection.
    client.release(true);
  }
}

async function dropOld(client: ClientBase, endedBy: Instant): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, 0) as got', [ADVISORY_LOCKS.purge]);
  if (rows[0]?.got !== true) return;
  for (const { until, suffix } of await monthTables(client)) if (until <= endedBy) await dropEmpty(client, `call_log_${suffix}`);
  await dropEmptyMonths(client);
}

async function tables(client: ClientBase): Promise<readonly string[]> {
  return [...(await childrenOf(client, 'call_log')), ...(await childrenOf(client, 'recording'))];
}

const MICROSECONDS_PER_MILLISECOND = 1_000;

function firstOfMonth(now: Instant, ahead: number): Instant {
  const date = new Date(now / MICROSECONDS_PER_MILLISECOND);
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1) * MICROSECONDS_PER_MILLISECOND) as Instant;
}
