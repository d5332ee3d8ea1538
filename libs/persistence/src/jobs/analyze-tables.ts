import type { Pool } from 'pg';
import { OUR_TABLES } from './our-tables.js';

/** Lets PostgreSQL count our tables anew, so that it plans by what is in them now; says how many there are. */
export async function analyzeTables(pool: Pool): Promise<number> {
  // A partitioned table is never counted as a whole by autovacuum.
  for (const table of OUR_TABLES) await pool.query(`analyze ${table}`);
  return OUR_TABLES.length;
}
