import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

/** Advisory locks of one's own database among `pg_locks`: specs share a server. */
export const HELD_HERE = `locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

/** Waits until nobody holds an advisory lock of this database: a busy server takes a moment to notice that a process was killed. */
export async function untilUnlocked(pool: Pool): Promise<void> {
  while (((await pool.query(`select from pg_locks where ${HELD_HERE}`)).rowCount ?? 0) > 0) await pause(10);
}
