import type { Pool } from 'pg';
import type { RowPlace, Statement } from './cdr-statements.js';

/**
 * Where the rows of a statement are, batch by batch. PostgreSQL keeps the list, outside of any transaction: no lock and no
 * old row is held however slowly somebody reads.
 */
export async function* heldPlaces(pool: Pool, { sql, values }: Statement, batchSize: number): AsyncGenerator<readonly RowPlace[]> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query(`declare places no scroll cursor with hold for ${sql}`, values);
    let rows: readonly RowPlace[];
    do {
      ({ rows } = await client.query<RowPlace>(`fetch ${batchSize} from places`));
      isBroken = false;
      if (rows.length > 0) yield rows;
      isBroken = true;
    } while (rows.length === batchSize);
    isBroken = false;
  } finally {
    if (!isBroken) await client.query('close places').catch(() => (isBroken = true));
    client.release(isBroken);
  }
}
