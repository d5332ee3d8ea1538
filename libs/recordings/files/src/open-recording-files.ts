import { lstat, realpath, stat, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Opening, RecordingFiles, Removal, Sight } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import { failureCode, failureSentence } from './failure-sentence.js';
import { openFile } from './open-file.js';

/**
 * The files in some directories. Links are resolved first: what lies outside is refused, whatever path leads to it.
 * Rejects with ARGUMENT_INVALID when a directory is none.
 */
export async function openRecordingFiles(directories: readonly string[]): Promise<RecordingFiles> {
  const roots = await Promise.all(directories.map(rootOf));
  const spellings = [...roots, ...directories.map((directory) => resolve(directory))];
  const isWithin = (place: string): boolean => roots.some((root) => place.startsWith(root.endsWith(sep) ? root : root + sep));
  const placeOf = async (path: string): Promise<string | null> => {
    if (!isAbsolute(path)) return null;
    // Not the file's own link: removing a link removes what lies in our directory, not where it leads.
    const place = join(await realpath(dirname(path)), basename(path));
    return isWithin(place) ? place : null;
  };
  return {
    async remove(path): Promise<Removal> {
      try {
        const place = await placeOf(path);
        if (place === null) return { kind: 'failed', reason: outside(roots) };
        await unlink(place);
        return { kind: 'removed' };
      } catch (error) {
        return failureOf(error, path, spellings);
      }
    },
    async open(path): Promise<Opening> {
      try {
        // All links, the file's own too: whatever is read lies in our directories.
        const place = isAbsolute(path) ? await realpath(path) : '';
        if (!isWithin(place)) return { kind: 'failed', reason: outside(roots) };
        const file = await openFile(place);
        return file === null ? { kind: 'failed', reason: 'is no file' } : { kind: 'open', file };
      } catch (error) {
        return failureOf(error, path, spellings);
      }
    },
    async look(path): Promise<Sight> {
      try {
        const place = await placeOf(path);
        if (place === null) return 'unknown';
        await lstat(place);
        return 'there';
      } catch (error) {
        return failureOf(error, path, spellings).kind === 'missing' ? 'missing' : 'unknown';
      }
    },
  };
}

async function rootOf(directory: string): Promise<string> {
  try {
    const root = await realpath(directory);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Said below.
  }
  throw new CallstitchError('ARGUMENT_INVALID', `"${directory}" is no directory that can be read; name one that holds recordings.`);
}

/** A missing file is fine where we may look, also when its folder is missing: it is gone. */
function failureOf(
  error: unknown,
  path: string,
  spellings: readonly string[],
): { readonly kind: 'missing' } | { readonly kind: 'failed'; readonly reason: string } {
  const code = failureCode(error);
  const within = spellings.some((root) => resolve(path).startsWith(root + sep));
  if (code === 'ENOENT') return within ? { kind: 'missing' } : { kind: 'failed', reason: outside(spellings) };
  return { kind: 'failed', reason: failureSentence(error) };
}

function outside(roots: readonly string[]): string {
  return roots.length === 0 ? 'no directory of recordings was named' : 'outside of the directories of recordings';
}
