import type { PurgeSubject } from '@callstitch/application/testing';
import type { Cel } from '@callstitch/domain';
import type { Pool } from 'pg';
import { PostgresPurgeStore } from '../retention/postgres-purge-store.js';
import { generationSubject } from './generation-subject.js';

/** A database of its own with these rows in a table of ours, a store and a book on it, and what purges them. */
export async function purgeSubject(
  cels: readonly Cel[],
): Promise<PurgeSubject & { readonly pool: Pool; readonly url: string; readonly close: () => Promise<void> }> {
  const subject = await generationSubject(cels);
  return { ...subject, purges: new PostgresPurgeStore({ pool: subject.pool, celSource: 'default' }) };
}
