import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { DirectorySource } from '@callstitch/application';
import type { CallstitchError, Directory } from '@callstitch/domain';
import { fileText } from './file-text.js';
import { NewestDirectory } from './newest-directory.js';
import { parseDirectory } from './parse-directory.js';

export interface DirectoryFileOptions {
  /** Hears why a changed file is not used; what was read before stays in use. Told once for each change. */
  readonly onRejected?: (error: CallstitchError) => void;
}

/** Two changes closer than this may leave the same size and the same time of change. */
const RESOLUTION_MS = 100;

/**
 * The directory of a file, as a source that notices when the file changes. Rejects with DIRECTORY_INVALID when the file
 * cannot be used from the beginning; later mistakes keep what was read before.
 */
export async function openDirectoryFile(path: string, { onRejected }: DirectoryFileOptions = {}): Promise<DirectorySource> {
  let looks = await looksOf(path);
  const text = await fileText(path);
  let used: { readonly version: string; readonly directory: Directory } = { version: digest(text), directory: parseDirectory(text, path) };
  let tried = used.version;

  const reload = async (): Promise<void> => {
    const changed = await fileText(path);
    const version = digest(changed);
    if (version === tried) return;
    tried = version;
    used = { version, directory: parseDirectory(changed, path) };
  };

  return {
    directory: new NewestDirectory(() => used.directory),
    get version() {
      return used.version;
    },
    async refresh() {
      const before = looks;
      looks = await looksOf(path);
      if (looks !== null && looks === before) return;
      try {
        await reload();
      } catch (error) {
        onRejected?.(error as CallstitchError);
      }
    },
    openQuestions: () => [],
    inquire: () => Promise.resolve(new Map()),
  };
}

/** What tells a changed file from the one read; null while it may still change without looking different. */
async function looksOf(path: string): Promise<string | null> {
  try {
    const { mtimeNs, mtimeMs, size, ino } = await stat(path, { bigint: true });
    return Date.now() - Number(mtimeMs) < RESOLUTION_MS ? null : `${mtimeNs} ${size} ${ino}`;
  } catch (error) {
    return `cannot be looked at: ${String(error)}`;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
