import type { Pool, PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';

/** Tables that a generation fills. */
const RESULTS = ['call_log', 'recording', 'conversation', 'conversation_linkedid', 'call_log_change'] as const;

/** What moving the same bytes costs without telling anything, in seconds. */
export interface Floor {
  readonly outSeconds: number;
  readonly inSeconds: number;
}

async function copiedOut(client: PoolClient, select: string): Promise<readonly Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of client.query(to(`copy (${select}) to stdout`))) pieces.push(piece as Buffer);
  return pieces;
}

async function copyInto(client: PoolClient, table: string, pieces: readonly Buffer[]): Promise<void> {
  const stream = client.query(from(`copy ${table} from stdin`));
  const finished = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject));
  for (const piece of pieces) stream.write(piece);
  stream.end();
  await finished;
}

/** COPY the rows out; COPY the results as they stand into empty copies of their tables, indexes included. */
export async function measureFloor(pool: Pool): Promise<Floor> {
  const client = await pool.connect();
  try {
    const beforeOut = performance.now();
    for await (const _piece of client.query(to('copy (select * from cel) to stdout'))) continue;
    const outSeconds = (performance.now() - beforeOut) / 1000;
    let inSeconds = 0;
    for (const table of RESULTS) {
      const pieces = await copiedOut(client, `select * from ${table}`);
      await client.query(`create table floor_${table} (like ${table} including defaults including constraints including indexes)`);
      const before = performance.now();
      await copyInto(client, `floor_${table}`, pieces);
      inSeconds += (performance.now() - before) / 1000;
      await client.query(`drop table floor_${table}`);
    }
    return { outSeconds, inSeconds };
  } finally {
    client.release();
  }
}
