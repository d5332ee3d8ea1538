import { CallstitchError } from '@callstitch/domain';
import { Pool } from 'pg';
import type { UrlSetting } from './connection-failure.js';
import { connectionFailure } from './connection-failure.js';
import { connectionOptions } from './connection-options.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Where Asterisk's `cel` table is, when it is elsewhere; reading is enough. */
  readonly celUrl?: string;
}

/** Open connections; sessions are in UTC, `bigint` arrives as a number and `timestamptz` as an `Instant`. */
export interface Database {
  readonly pool: Pool;
  /** The same pool when the CELs are in our database. */
  readonly celPool: Pool;
  readonly close: () => Promise<void>;
}

/** The oldest PostgreSQL that has multiranges. */
const OLDEST_VERSION = 140_000;

/** Connects, or says in one sentence why it cannot. The schema is not touched: see `pendingMigrations`. */
export async function openDatabase({ url, celUrl = url }: DatabaseOptions): Promise<Database> {
  const pool = await openPool(url, 'DATABASE_URL');
  let celPool = pool;
  try {
    refuseOldServer(await serverVersion(pool));
    if (celUrl !== url) celPool = await openPool(celUrl, 'CEL_DATABASE_URL');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    pool,
    celPool,
    close: async () => {
      await Promise.all(celPool === pool ? [pool.end()] : [pool.end(), celPool.end()]);
    },
  };
}

/** Only our own tables need it; CELs are read from any version. */
export function refuseOldServer(version: number): void {
  if (version >= OLDEST_VERSION) return;
  const shown = `${Math.trunc(version / 10_000)}.${version % 10_000}`;
  throw new CallstitchError('DATABASE_TOO_OLD', `The database runs PostgreSQL ${shown}; use PostgreSQL 14 or newer.`);
}

async function serverVersion(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
  return rows[0]?.version ?? 0;
}

async function openPool(url: string, setting: UrlSetting): Promise<Pool> {
  const pool = new Pool(connectionOptions(url, setting));
  // A connection that breaks while idle is replaced by the pool; unheard, its error would end the process. So would that of one that is
  // lent and breaks between two statements: the next of them says it.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  try {
    const client = await pool.connect();
    client.release();
    return pool;
  } catch (error) {
    await pool.end();
    throw connectionFailure(url, setting, error);
  }
}
