import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import type { CopyRow } from './copy-text-parser.js';
import { CopyTextParser } from './copy-text-parser.js';
import { ownString } from './own-string.js';

/**
 * The rows of a query in batches, by COPY: the fastest way out of PostgreSQL, and in constant memory.
 *
 * Fields are PostgreSQL's texts, in the order of the columns. Who leaves early waits until the rest has run
 * through, so that the connection is usable afterwards.
 */
export async function* copyOut(client: ClientBase, selectSql: string): AsyncGenerator<readonly CopyRow[]> {
  for await (const rows of copyOutViews(client, selectSql)) yield rows.map((fields) => fields.map(own));
}

/** `copyOut` for those who copy what they keep, e.g. by `SharedStrings`: a field is a view that keeps its whole batch alive. */
export async function* copyOutViews(client: ClientBase, selectSql: string): AsyncGenerator<readonly CopyRow[]> {
  const stream = client.query(to(`copy (${selectSql}) to stdout`));
  const parser = new CopyTextParser();
  const pieces = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  let over = false;
  try {
    for await (const piece of pieces) {
      const rows = parser.rows(piece);
      if (rows.length > 0) yield rows;
    }
    over = true;
  } catch (error) {
    over = true;
    throw error;
  } finally {
    if (!over) await runThrough(stream);
  }
}

function own(field: string | null): string | null {
  return field === null ? null : ownString(field);
}

/** A connection in the middle of a COPY can do nothing else. */
async function runThrough(stream: Readable): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.once('end', resolve);
    stream.once('error', () => {
      resolve();
    });
    stream.resume();
  });
}
