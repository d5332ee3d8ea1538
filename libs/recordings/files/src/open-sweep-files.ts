import { realpath, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { FoundFile, Removal, SweepFiles, SweptDirectory, Whereabouts } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { failureCode, failureSentence } from './failure-sentence.js';
import { listFiles, regularFile } from './list-files.js';
import { realPlace } from './real-place.js';

interface Root {
  /** As it was named. */
  readonly directory: string;
  /** With its links followed, as far as they can be. */
  readonly path: string;
}

/**
 * The files in some directories, for a sweep. A directory inside another one is looked at by itself, so that naming
 * each disk lets each be missed; one that is named twice counts once.
 */
export async function openSweepFiles(directories: readonly string[]): Promise<SweepFiles> {
  const roots = await rootsOf(directories);
  const paths = new Set(roots.map(({ path }) => path));
  const innermost = (path: string): Root | null => roots.find((root) => isWithin(path, root.path)) ?? null;
  return {
    directories: () => Promise.all(roots.map((root) => look(root, paths))),
    async locate(path): Promise<Whereabouts> {
      if (!isAbsolute(path)) return locateRelative(path, roots);
      const place = await realPlace(path);
      if (place.kind === 'there') return { kind: 'there', realPaths: [place.path] };
      const root = place.kind === 'missing' ? innermost(place.path) : (roots.find((one) => isNamedIn(path, one)) ?? null);
      return { kind: place.kind, directory: root?.directory ?? null };
    },
    async *list(directory, atOnce) {
      const root = roots.find((one) => one.directory === directory);
      if (root !== undefined) yield* listFiles(root.path, { atOnce, except: paths });
    },
    remove: (file, writtenBefore) => remove(file, writtenBefore, innermost),
  };
}

async function locateRelative(path: string, roots: readonly Root[]): Promise<Whereabouts> {
  const places = await Promise.all(roots.map((root) => realPlace(join(root.path, path))));
  const realPaths = places.flatMap((place) => (place.kind === 'there' ? [place.path] : []));
  return realPaths.length > 0 ? { kind: 'there', realPaths } : { kind: 'missing', directory: null };
}

/** The innermost come first. */
async function rootsOf(directories: readonly string[]): Promise<readonly Root[]> {
  const roots = new Map<string, Root>();
  for (const directory of directories) {
    const place = await realPlace(resolve(directory));
    const path = place.kind === 'unknown' ? resolve(directory) : place.path;
    if (!roots.has(path)) roots.set(path, { directory, path });
  }
  return [...roots.values()].sort((one, other) => other.path.length - one.path.length);
}

function isWithin(path: string, root: string): boolean {
  return path.startsWith(root === '/' ? root : `${root}/`);
}

/** By its spelling, since it cannot be known where its links lead. */
function isNamedIn(path: string, { directory, path: real }: Root): boolean {
  return isWithin(resolve(path), real) || isWithin(resolve(path), resolve(directory));
}

/** Empty is a directory without any file, however many folders there are in it. */
async function look({ directory, path }: Root, others: ReadonlySet<string>): Promise<SweptDirectory> {
  try {
    // What was named may have become a link to elsewhere.
    if ((await realpath(path)) !== path) return { directory, state: 'missing' };
  } catch (error) {
    return { directory, state: failureCode(error) === 'ENOENT' ? 'missing' : 'unreadable' };
  }
  for await (const listed of listFiles(path, { atOnce: 1, except: others })) {
    if (listed.kind === 'unreadable' && listed.path === path) return { directory, state: 'unreadable' };
    if (listed.kind === 'files' && listed.files.length > 0) return { directory, state: 'usable' };
  }
  return { directory, state: 'empty' };
}

/** Only what is still the file that was found, in a folder that still is where it was. */
async function remove({ path }: FoundFile, writtenBefore: Instant, innermost: (path: string) => Root | null): Promise<Removal> {
  try {
    const file = await regularFile(path);
    if (file === null) return { kind: 'missing' };
    if (innermost(path) === null || (await realpath(dirname(path))) !== dirname(path)) {
      return { kind: 'failed', reason: 'outside of the directories of recordings' };
    }
    if (file.writtenAt >= writtenBefore) return { kind: 'failed', reason: 'written to just now' };
    await unlink(path);
    return { kind: 'removed' };
  } catch (error) {
    return failureCode(error) === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', reason: failureSentence(error) };
  }
}
