import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failureCode } from './failure-sentence.js';

/** Where an absolute path leads when all its links are followed, also when nothing is there. */
export type RealPlace =
  | { readonly kind: 'there' | 'missing'; readonly path: string }
  /** It cannot be looked at, or a link on the way leads to nothing just now. */
  | { readonly kind: 'unknown' };

/** Follows a path as far as it goes; never rejects. */
export async function realPlace(path: string): Promise<RealPlace> {
  try {
    return { kind: 'there', path: await realpath(path) };
  } catch (error) {
    if (failureCode(error) !== 'ENOENT' || (await isThere(path))) return { kind: 'unknown' };
  }
  const folder = await realPlace(dirname(path));
  return folder.kind === 'unknown' ? folder : { kind: 'missing', path: join(folder.path, basename(path)) };
}

/** A link that leads to nothing is there itself; so is what may not be looked at. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return failureCode(error) !== 'ENOENT';
  }
}
