import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Dialect } from '@callstitch/application';
import { dialectByName } from './dialect-by-name.js';
import { readDirectory } from './read-directory.js';

/** Raised when the rules tell some calls otherwise, so that refused ones are tried again. */
export const TELLING_VERSION = 1;

export interface TellerOptions {
  readonly dialect: string;
  readonly trunks: readonly string[];
  readonly internal: readonly string[];
  readonly directoryFile: string | null;
}

/** Who tells calls. */
export interface Teller {
  readonly dialect: Dialect;
  /** The dialect with its version and a digest of its options, the directory's content included: same name, same telling. */
  readonly name: string;
}

/** Connects directory and dialect; rejects with a CallstitchError when one of them cannot be used. */
export async function createTeller({ dialect, trunks, internal, directoryFile }: TellerOptions): Promise<Teller> {
  const directory = await readDirectory(directoryFile);
  const content = directoryFile === null ? null : await readFile(directoryFile, 'utf8');
  const digest = createHash('sha256').update(JSON.stringify({ trunks, internal, content })).digest('hex').slice(0, 16);
  return {
    dialect: dialectByName(dialect, { trunks, internal, directory }),
    name: `${dialect} ${TELLING_VERSION} ${digest}`,
  };
}
