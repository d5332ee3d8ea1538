import type { ArchiveSubject } from '@callstitch/application/testing';
import type { Cel } from '@callstitch/domain';
import type { Pool } from 'pg';
import { PostgresCallLogRestorer } from '../archive/postgres-call-log-restorer.js';
import { PostgresPurgeStore } from '../retention/postgres-purge-store.js';
import { generationSubject } from './generation-subject.js';

/** A database of its own with these rows in a table of ours, a store and a book on it, and what purges them. */
export async function purgeSubject(
  cels: readonly Cel[],
): Promise<ArchiveSubject & { readonly pool: Pool; readonly url: string; readonly close: () => Promise<void> }> {
  const subject = await generationSubject(cels);
  const { pool } = subject;
  return { ...subject, purges: new PostgresPurgeStore({ pool, celSource: 'default' }), restorer: new PostgresCallLogRestorer(pool) };
}
