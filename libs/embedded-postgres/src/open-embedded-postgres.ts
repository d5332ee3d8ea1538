import { prepareDataDirectory } from './data-directory.ts';
import { binariesPackage } from './find-binaries.ts';
import { HeldServer } from './held-server.ts';
import { orNotStarted } from './or-not-started.ts';

/** A PostgreSQL that this process holds. */
export interface EmbeddedPostgres {
  /** Holds the password: never log it. It stays the same, unless another program takes the server's port between two starts. */
  readonly url: string;
  /** The file that the password stands in, for its owner alone. */
  readonly passwordFile: string;
  /** Lets go of the server; it ends soon after the last process did so, or was killed. */
  close(): Promise<void>;
}

/** Where the room tells of starts, crashes and moves: an event's name and fields. */
export interface EmbeddedPostgresLog {
  info(event: string, fields: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields: Readonly<Record<string, unknown>>): void;
}

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
