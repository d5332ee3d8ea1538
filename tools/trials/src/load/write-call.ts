import { setTimeout as pause } from 'node:timers/promises';
import type { CallRows } from '@callstitch/cel-simulator';
import { insertCel } from '@callstitch/cel-simulator';
import type { Cel } from '@callstitch/domain';
import type { Pool } from 'pg';

const AGAIN_MS = 200;

/** Faults of the statement, which no waiting heals. */
const OURS = /^(22|23|42)/;

export interface WritePace {
  /** How many of its rows are there already. */
  readonly from: number;
  readonly betweenMs: number;
}

/**
 * Writes the rows of a call one after the other, each in a transaction of its own, and waits for a database that is away. After a row
 * of which nobody knows whether it was committed the table is asked how many rows of the call there are, so that none comes twice.
 */
export async function writeCall(pool: Pool, call: CallRows, { from, betweenMs }: WritePace): Promise<void> {
  let isSure = true;
  for (let written = from; written < call.length;) {
    const cel = call[written] as Cel;
    try {
      if (isSure) {
        await pool.query(insertCel(cel));
        written++;
      } else {
        written = await countRows(pool, cel.linkedid);
        isSure = true;
      }
    } catch (error) {
      if (OURS.test(String((error as { readonly code?: unknown }).code))) throw error;
      isSure = false;
    }
    await pause(isSure ? betweenMs : AGAIN_MS);
  }
}

async function countRows(pool: Pool, linkedid: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from cel where linkedid = $1', [linkedid]);
  return rows[0]?.count ?? 0;
}
