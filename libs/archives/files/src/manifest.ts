import type { PurgePlan } from '@callstitch/application';

/** Its name in the folder of an archive. */
export const MANIFEST = 'manifest.json';

/** What a manifest says; a reader refuses those of a later version. */
export const MANIFEST_VERSION = 1;

/** One file of an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly firstStart: string;
  readonly lastStart: string;
  /** Rows by tenant. */
  readonly tenants: Readonly<Record<string, number>>;
}

/** The table of contents of an archive, written last: without it the purge did not come to its end. */
export interface Manifest {
  readonly formatVersion: number;
  readonly runId: number;
  readonly plan: PurgePlan;
  readonly files: readonly ArchivedFile[];
}
