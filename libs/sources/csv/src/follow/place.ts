import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** How far a followed file is read. */
export interface Place {
  readonly inode: number;
  /** Bytes whose rows are in the table. */
  readonly offset: number;
  /** By what the file is known again under another name: its first bytes, at most `HEAD_BYTES` and never beyond `offset`. */
  readonly head: { readonly bytes: number; readonly digest: string };
  /** The names in its first line; null when that was a row. */
  readonly header: readonly string[] | null;
}

export const HEAD_BYTES = 4_096;

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The beginning of a file that nothing is known of. */
export function startOf(inode: number): Place {
  return { inode, offset: 0, head: { bytes: 0, digest: digestOf(Buffer.alloc(0)) }, header: null };
}

/** Where the places of followed files are kept: one small file for each of them. */
export class PlaceBook {
  constructor(private readonly directory: string) {}

  /** Null when the file is new; a place that cannot be read is as good as none, because rows that are there already are known. */
  async read(path: string): Promise<Place | null> {
    try {
      const { place } = JSON.parse(await readFile(this.fileOf(path), 'utf8')) as { readonly place: Place };
      return Number.isSafeInteger(place.offset) && typeof place.head.digest === 'string' ? place : null;
    } catch {
      return null;
    }
  }

  /** Whole or not at all, whenever the process ends. */
  async write(path: string, place: Place): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const file = this.fileOf(path);
    await writeFile(`${file}.new`, JSON.stringify({ path, place }));
    await rename(`${file}.new`, file);
  }

  private fileOf(path: string): string {
    return join(this.directory, `${basename(path)}-${digestOf(Buffer.from(path)).slice(0, 12)}.json`);
  }
}
