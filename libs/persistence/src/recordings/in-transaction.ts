import type { ClientBase, Pool } from 'pg';

/** Does some work in a transaction on a connection of its own: all of it, or nothing when it throws. */
export async function inTransaction<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    // Whatever state it is in, nobody else gets it.
    client.release(true);
    throw error;
  }
}
