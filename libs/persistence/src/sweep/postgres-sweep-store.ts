import type { CelStore, SweepSession, SweepStore } from '@callstitch/application';
import type { ClientBase, Pool } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { clearPaths } from './clear-paths.js';
import { recordingsPage } from './recordings-page.js';
import { makeRememberedPaths, rememberPaths, unnamedPaths } from './remembered-paths.js';
import { untoldBefore } from './untold-before.js';

export interface PostgresSweepStoreOptions {
  readonly pool: Pool;
  /** The CELs that the recordings' calls are told from. */
  readonly cels: CelStore;
}

/** Sweeps the recordings of a PostgreSQL, under the lock that a purge takes too. */
export class PostgresSweepStore implements SweepStore {
  constructor(private readonly options: PostgresSweepStoreOptions) {}

  async alone<Result>(work: (session: SweepSession) => Promise<Result>): Promise<Result> {
    const client = await this.options.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, 0)', [ADVISORY_LOCKS.purge]);
      await makeRememberedPaths(client);
      return await work(sessionOn(client, this.options));
    } finally {
      // The lock and what was remembered end with the connection.
      client.release(true);
    }
  }
}

function sessionOn(client: ClientBase, { cels }: PostgresSweepStoreOptions): SweepSession {
  return {
    untold: (before) => untoldBefore(client, cels, before),
    recordings: (page) => recordingsPage(client, page),
    remember: (paths) => rememberPaths(client, paths),
    unnamed: (paths) => unnamedPaths(client, paths),
    clearPaths: (recordings) => clearPaths(client, recordings),
  };
}
