import { accessSync, chmodSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { failureCode, failureSentence } from './failure.ts';

/** Where everything lies inside one data directory. Only `cluster` ever belongs to the server's account. */
export interface DataDirectory {
  /** Absolute and without symbolic links. */
  readonly path: string;
  readonly cluster: string;
  readonly lock: string;
  readonly log: string;
  readonly password: string;
  readonly port: string;
  readonly software: string;
}

export function dataDirectoryAt(path: string): DataDirectory {
  const at = (name: string): string => join(path, name);
  return {
    path,
    cluster: at('cluster'),
    lock: at('keeper.lock'),
    log: at('postgres.log'),
    password: at('password'),
    port: at('port'),
    software: at('software'),
  };
}

/** For its owner alone. Root lets the server's account walk through to the cluster, but not look around. */
export const modeOfDataDirectory = (uid: number): number => (uid === 0 ? 0o711 : 0o700);

/** Makes the data directory where it is missing, and says in a sentence why it cannot be used. */
export function prepareDataDirectory(wanted: string): DataDirectory {
  const path = resolve(wanted);
  const uid = process.getuid?.() ?? -1;
  try {
    makeDirectory(path, modeOfDataDirectory(uid));
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const { mode, uid: owner } = statSync(path);
    if (owner === uid && (mode & 0o022) !== 0) chmodSync(path, mode & 0o7755);
    return dataDirectoryAt(realpathSync(path));
  } catch (error) {
    throw new Error(whyUnusable(path, error), { cause: error });
  }
}

/** Not with `recursive`: below /proc that never returns. */
function makeDirectory(path: string, mode?: number): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) return;
  if (!status && dirname(path) !== path) makeDirectory(dirname(path));
  try {
    mkdirSync(path);
    if (mode !== undefined) chmodSync(path, mode);
  } catch (error) {
    // Another process may have been quicker.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function whyUnusable(path: string, error: unknown): string {
  const code = String(failureCode(error) ?? '');
  const instead = 'Choose another data directory, or set DATABASE_URL.';
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data directory ${path} is a file, or lies below one. ${instead}`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The data directory ${path} is not writable for this account (${code}, ${owner(path)}). ${instead}`;
    case 'ENOENT':
      return `The data directory ${path} cannot be made: nothing can be made in ${nearest(path)}. ${instead}`;
    default:
      return `The data directory ${path} cannot be used (${code === '' ? failureSentence(error) : code}). ${instead}`;
  }
}

/** The nearest directory that is there. */
function nearest(path: string): string {
  const above = dirname(path);
  return above === path || statSync(above, { throwIfNoEntry: false })?.isDirectory() === true ? above : nearest(above);
}

/** Whose the nearest directory is that can be seen. */
function owner(path: string): string {
  try {
    const { uid, mode } = statSync(path);
    return `${path} belongs to user ${uid}, mode ${(mode & 0o777).toString(8)}`;
  } catch {
    return owner(dirname(path));
  }
}
