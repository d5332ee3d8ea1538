import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundFile, Listed } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { failureSentence } from './failure-sentence.js';

export interface ListOptions {
  /** How many files come together. */
  readonly atOnce: number;
  /** Folders that are looked into as directories of their own. */
  readonly except: ReadonlySet<string>;
}

/** The regular files of a folder and those in it, some at a time; no link is followed. */
export async function* listFiles(folder: string, { atOnce, except }: ListOptions): AsyncIterable<Listed> {
  const folders = [folder];
  let names: string[] = [];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      for await (const entry of await opendir(next)) {
        const path = join(next, entry.name);
        if (entry.isFile()) names.push(path);
        else if (entry.isDirectory() && !except.has(path)) folders.push(path);
        if (names.length < atOnce) continue;
        yield { kind: 'files', files: await found(names) };
        names = [];
      }
    } catch (error) {
      yield { kind: 'unreadable', path: next, reason: failureSentence(error) };
    }
  }
  if (names.length > 0) yield { kind: 'files', files: await found(names) };
}

/** What has gone or changed its kind meanwhile is left out. */
async function found(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const files = await Promise.all(paths.map(regularFile));
  return files.filter((file) => file !== null);
}

/** Null for anything but a regular file. */
export async function regularFile(path: string): Promise<FoundFile | null> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? { path, bytes: stats.size, writtenAt: Math.round(stats.mtimeMs * 1_000) as Instant } : null;
  } catch {
    return null;
  }
}
