import { prepareDataDirectory } from './data-directory.ts';
import type { EmbeddedPostgres, EmbeddedPostgresLog } from './embedded-postgres.ts';
import { binariesPackage } from './find-binaries.ts';
import { HeldServer } from './held-server.ts';
import { orNotStarted } from './or-not-started.ts';

export interface OpenEmbeddedPostgresOptions {
  /** A directory of its own, made where it is missing. */
  readonly dataDirectory: string;
  readonly log?: EmbeddedPostgresLog;
}

/**
 * Holds the PostgreSQL of a data directory: makes it on first use, finds it where another process
 * runs it, starts it else. Fails with `DATABASE_NOT_STARTED` and a sentence.
 */
export async function openEmbeddedPostgres({ dataDirectory, log }: OpenEmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return orNotStarted(async () => {
    binariesPackage(process);
    return HeldServer.open({ directory: prepareDataDirectory(dataDirectory), temporary: false, log });
  });
}
