import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import type { CopyType, CopyValue } from './copy-text.js';
import { copyText } from './copy-text.js';

/** A column and how its values are written. */
export type CopyColumn = readonly [name: string, type: CopyType];

/** Values in the order of the columns. */
export type CopyInRow = readonly (CopyValue | null)[];

/** Where rows go; table and columns are names as SQL writes them. */
export interface CopyTarget {
  readonly table: string;
  readonly columns: readonly CopyColumn[];
}

const PIECE_BYTES = 64 * 1024;
const UTF8_BYTES_PER_UNIT = 3;

/**
 * Writes rows by COPY and says how many there were.
 *
 * All are written or none: when a row is refused the error is PostgreSQL's, when making the rows throws it is
 * that error. The connection is usable afterwards; a transaction on it has failed.
 */
export async function copyIn(client: ClientBase, { table, columns }: CopyTarget, rows: Iterable<CopyInRow>): Promise<number> {
  const names = columns.map(([name]) => name).join(', ');
  const types = columns.map(([, type]) => type);
  const stream = client.query(from(`copy ${table} (${names}) from stdin`));
  const refusals: Error[] = [];
  const refusal = new Promise<never>((_resolve, reject) => {
    stream.once('error', (error) => {
      refusals.push(error);
      reject(error);
    });
  });
  refusal.catch(() => undefined);
  try {
    for (const piece of pieces(types, rows)) {
      // One piece at a time: a piece in the stream's own buffer would be written after a refusal, to nobody.
      if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), refusal]);
    }
    const finished = once(stream, 'finish');
    stream.end();
    await Promise.race([finished, refusal]);
  } catch (error) {
    if (refusals.length === 0) await abandon(stream, error as Error);
    throw error;
  }
  return stream.rowCount;
}

/** Tells PostgreSQL that no more rows come, and waits for its answer. */
async function abandon(stream: ReturnType<typeof from>, reason: Error): Promise<void> {
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.destroy(reason);
  await closed;
}

/** Each line is encoded by itself: one letter beyond Latin-1 makes the encoding of its whole text several times slower. */
function* pieces(types: readonly CopyType[], rows: Iterable<CopyInRow>): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(PIECE_BYTES);
  let used = 0;
  for (const row of rows) {
    const line = lineOf(types, row);
    const atMost = line.length * UTF8_BYTES_PER_UNIT;
    if (used + atMost > piece.length) {
      if (used > 0) yield piece.subarray(0, used);
      piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, atMost));
      used = 0;
    }
    used += piece.write(line, used);
  }
  if (used > 0) yield piece.subarray(0, used);
}

function lineOf(types: readonly CopyType[], row: CopyInRow): string {
  const fields: string[] = [];
  for (let index = 0; index < types.length; index++) fields.push(copyText(types[index] as CopyType, row[index] ?? null));
  return `${fields.join('\t')}\n`;
}
