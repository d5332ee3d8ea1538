import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CallstitchError } from '@callstitch/domain';
import { sha256Of } from './describe-file.js';
import type { Manifest } from './manifest.js';
import { MANIFEST, MANIFEST_VERSION } from './manifest.js';
import { isMonthFile } from './month-file.js';

/** A file that is to be read, with the rows that its manifest says it has; null when none says so. */
export interface FileToRead {
  readonly path: string;
  readonly rows: number | null;
}

/**
 * The files of an archive, of all archives in a folder, or one bare file. Files with a manifest are what it says, to the
 * byte. Rejects with ARCHIVE_INVALID, before anything is read.
 */
export async function findFiles(path: string, { manifest }: { readonly manifest: boolean }): Promise<readonly FileToRead[]> {
  const names = await namesIn(path);
  if (names === null) return [{ path, rows: null }];
  const archives = names.filter((name) => /^purge-\d+(-\d+)?$/.test(name)).sort();
  const files = names.filter(isMonthFile).sort();
  if (archives.length > 0 && files.length === 0) {
    const found: FileToRead[] = [];
    for (const name of archives) found.push(...(await findFiles(join(path, name), { manifest })));
    return found;
  }
  if (files.length === 0) throw invalid(`${path} holds no archived call logs; name a folder that callstitch purge --archive made.`);
  return manifest ? checked(path, names) : files.map((name) => ({ path: join(path, name), rows: null }));
}

async function namesIn(path: string): Promise<readonly string[] | null> {
  try {
    return (await stat(path)).isDirectory() ? await readdir(path) : null;
  } catch (error) {
    const code = String((error as { readonly code?: unknown }).code);
    throw invalid(code === 'ENOENT' ? `${path} does not exist; check the path.` : `${path} cannot be read (${code}).`);
  }
}

async function checked(place: string, names: readonly string[]): Promise<readonly FileToRead[]> {
  if (!names.includes(MANIFEST)) {
    throw invalid(`${place} has no ${MANIFEST}: its purge did not come to its end; run callstitch purge --yes, or add --no-manifest.`);
  }
  const { formatVersion, files } = await readManifest(join(place, MANIFEST));
  if (formatVersion > MANIFEST_VERSION) throw invalid(`${place} was written by a later version of callstitch; update this one.`);
  for (const { name, sha256 } of files) {
    if (!isMonthFile(name) || !names.includes(name)) throw invalid(`${place} lacks ${JSON.stringify(name)}, of which its manifest speaks.`);
    if ((await sha256Of(join(place, name))) === sha256) continue;
    throw invalid(`${join(place, name)} is not as it was archived; nothing was imported. --no-manifest reads what is left of it.`);
  }
  return files.map(({ name, rows }) => ({ path: join(place, name), rows }));
}

async function readManifest(path: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    if (typeof manifest.formatVersion === 'number' && Array.isArray(manifest.files)) return manifest;
  } catch {
    // Said below.
  }
  throw invalid(`${path} cannot be read; add --no-manifest to read the files without it.`);
}

function invalid(sentence: string): CallstitchError {
  return new CallstitchError('ARCHIVE_INVALID', sentence);
}
