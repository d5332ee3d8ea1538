import type { Cel } from '@callstitch/domain';
import type { Database } from '@callstitch/persistence';
import { CEL_COPY_COLUMNS, celRow, copyIn } from '@callstitch/persistence';
import { notTaken } from './open-cel-table.js';

/** Writes all rows by one COPY, all or none; the table gives the ids, so rows of other runs may be there already. */
export async function copyCels({ pool }: Database, cels: Iterable<Cel>): Promise<void> {
  const client = await pool.connect();
  try {
    await copyIn(client, { table: 'cel', columns: CEL_COPY_COLUMNS.slice(1) }, rows(cels));
  } catch (error) {
    throw notTaken(error);
  } finally {
    client.release();
  }
}

function* rows(cels: Iterable<Cel>): Generator<ReturnType<typeof celRow>> {
  for (const cel of cels) yield celRow(cel).slice(1);
}
