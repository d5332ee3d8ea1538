import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modeOfDataDirectory, prepareDataDirectory } from './data-directory.ts';
import { binariesPackage } from './find-binaries.ts';
import { HeldServer } from './held-server.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { orNotStarted } from './or-not-started.ts';

/**
 * Holds a PostgreSQL for a test: empty, quick, and gone with all its data after `close`, or when
 * this process ends. It does not wait for disks.
 */
export async function temporaryPostgres(): Promise<EmbeddedPostgres> {
  return orNotStarted(async () => {
    binariesPackage(process);
    const path = mkdtempSync(join(tmpdir(), 'callstitch-postgres-'));
    chmodSync(path, modeOfDataDirectory(process.getuid?.() ?? -1));
    try {
      return await HeldServer.open({ directory: prepareDataDirectory(path), temporary: true, log: undefined });
    } catch (error) {
      rmSync(path, { recursive: true, force: true });
      throw error;
    }
  });
}
