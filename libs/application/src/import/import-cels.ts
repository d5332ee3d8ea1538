import type { Cel } from '@callstitch/domain';
import type { BrokenRow, CelSource } from '../cel-source.js';
import type { CelTable } from './cel-table.js';

export interface ImportCelsOptions {
  readonly source: CelSource;
  readonly table: CelTable;
  /** Called after each batch with the number of rows read so far. */
  readonly onProgress?: (rowsRead: number) => void;
}

/** What became of an input; each row is counted once. */
export interface CelsImported {
  /** Rows that could be read. */
  readonly rowsRead: number;
  readonly added: number;
  /** Rows that the table had already, so that an import may be repeated after it was stopped. */
  readonly known: number;
  /** Rows that were not added, because their ids belong to other rows. */
  readonly conflicting: number;
  readonly broken: number;
  /** The first of the broken rows. */
  readonly brokenRows: readonly BrokenRow[];
}

const ROWS_AT_ONCE = 10_000;
const MOST_BROKEN_ROWS = 100;

/**
 * Adds the rows of a source to a table, batch by batch; a broken row does not stop the next.
 *
 * May be stopped and repeated: rows that are there already are counted and left alone.
 */
export async function importCels({ source, table, onProgress }: ImportCelsOptions): Promise<CelsImported> {
  const counts = { rowsRead: 0, added: 0, known: 0, conflicting: 0, broken: 0 };
  const brokenRows: BrokenRow[] = [];
  let waiting: Cel[] = [];
  let ownIds = true;
  const append = async (): Promise<void> => {
    const { added, known, conflicting } = await table.append(waiting, { ownIds });
    counts.added += added;
    counts.known += known;
    counts.conflicting += conflicting;
    waiting = [];
  };
  const onBroken = (row: BrokenRow): void => {
    counts.broken++;
    if (brokenRows.length < MOST_BROKEN_ROWS) brokenRows.push(row);
  };
  for await (const batch of source.read(onBroken)) {
    if (ownIds !== source.ownIds()) {
      if (waiting.length > 0) await append();
      ownIds = source.ownIds();
    }
    for (const cel of batch) {
      counts.rowsRead++;
      // The order of rows without ids of their own is that in which they come.
      waiting.push(ownIds ? cel : { ...cel, id: counts.rowsRead });
    }
    if (waiting.length >= ROWS_AT_ONCE) await append();
    onProgress?.(counts.rowsRead);
  }
  if (waiting.length > 0) await append();
  return { ...counts, brokenRows };
}
