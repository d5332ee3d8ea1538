import { unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PurgePlan, PurgeReport, RecordingFiles } from '@callstitch/application';
import { purge } from '@callstitch/application';
import type { CallFilter } from '@callstitch/domain';
import type { Pool } from 'pg';
import { archivesInFiles } from './archives-in-files.js';
import { PostgresPurgeStore } from '../retention/postgres-purge-store.js';

const some = (...filters: CallFilter[]): CallFilter => ({ kind: 'some', filters });
const every = (...filters: CallFilter[]): CallFilter => ({ kind: 'every', filters });
const HELD = some({ kind: 'tagged', tag: 'legal-hold', tagger: null });

/** Everything expires, CELs too, but what is held. */
export const ALL_BUT_HELD: PurgePlan = {
  callLogs: every({ kind: 'not', filter: HELD }),
  recordings: every({ kind: 'not', filter: HELD }),
  held: HELD,
  celsBefore: 4_000_000_000_000_000 as NonNullable<PurgePlan['celsBefore']>,
  policies: [],
};

/** The recordings of a spec lie in one folder, under their last names. */
export function filesIn(folder: string): Pick<RecordingFiles, 'remove'> {
  return {
    remove: async (path) => {
      try {
        await unlink(join(folder, basename(path)));
        return { kind: 'removed' };
      } catch (error) {
        const { code } = error as { readonly code: string };
        return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', reason: code };
      }
    },
  };
}

/** Purges a database and a folder of all that is not held, in batches as small as can be; into an archive if one is named. */
export function purgeInFolder(
  pool: Pool,
  folder: string,
  { plan = ALL_BUT_HELD, archive = null }: { readonly plan?: PurgePlan; readonly archive?: string | null } = {},
): Promise<PurgeReport> {
  const store = new PostgresPurgeStore({ pool, celSource: 'default' });
  const options = { trigger: 'test', files: filesIn(folder), batchSize: 1 };
  return purge(plan, store, { ...options, archive: { archives: archivesInFiles, directory: archive } });
}
