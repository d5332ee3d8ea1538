import { setTimeout as sleep } from 'node:timers/promises';
import type { Cel } from '@callstitch/domain';
import type { Database } from '@callstitch/persistence';
import { Dice } from '../dice.js';
import type { InsertCel } from './insert-cel.js';
import { insertCel } from './insert-cel.js';
import { notTaken } from './open-cel-table.js';

export interface InsertOptions {
  readonly connections: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly seed: number;
  /** No more rows are written once it says so. */
  readonly stop: AbortSignal;
}

interface Client {
  query(statement: string | InsertCel): Promise<unknown>;
  release(isBroken: boolean): void;
}

const LONGEST_LINGER_MS = 30;

/**
 * Writes each row when it happens, by an INSERT of its own.
 *
 * Ids are given in the order of the rows, but a transaction may linger before it commits while other connections
 * go on, so that a reader sees later ids before earlier ones, as with several Asterisks on one table.
 */
export async function insertCels({ pool }: Database, cels: Iterable<Cel>, { connections, now, seed, stop }: InsertOptions): Promise<void> {
  const dice = new Dice(seed, -4);
  const all = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const free = all.map((client): Promise<Client> => Promise.resolve(client));
  try {
    for (const cel of cels) {
      const early = cel.eventTime / 1_000 - now();
      // A wait that is cut short is none that failed.
      if (early > 0) await sleep(early, undefined, { signal: stop }).catch(() => undefined);
      if (stop.aborted) break;
      const client = await nextFree(free);
      await client.query('begin');
      await client.query(insertCel(cel));
      const committed = commit(client, dice.chance(0.05) ? dice.whole(1, LONGEST_LINGER_MS) : 0);
      // A failure is heard when the connection is needed again, or at the end.
      committed.catch(() => undefined);
      free.push(committed);
    }
    await Promise.all(free);
  } catch (error) {
    throw notTaken(error);
  } finally {
    for (const client of all) client.release(true);
  }
}

/** The connection that commits first. */
async function nextFree(free: Promise<Client>[]): Promise<Client> {
  const [client, at] = await Promise.race(free.map(async (each, index) => [await each, index] as const));
  void free.splice(at, 1);
  return client;
}

async function commit(client: Client, lingerMs: number): Promise<Client> {
  if (lingerMs > 0) await sleep(lingerMs);
  await client.query('commit');
  return client;
}
