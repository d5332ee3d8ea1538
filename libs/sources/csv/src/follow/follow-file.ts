import type { CelTable, LocalTime } from '@callstitch/application';
import type { Cel } from '@callstitch/domain';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { fileError } from '../input-bytes.js';
import { systemErrorCode } from '../system-error-code.js';
import { growingRows } from './growing-rows.js';
import type { Place, PlaceBook } from './place.js';
import { digestOf, startOf } from './place.js';
import { bytesFrom, fileOfPlace, filesBeside, headOf } from './rotated-files.js';

export interface FollowOptions {
  readonly path: string;
  readonly places: PlaceBook;
  readonly table: () => Promise<CelTable>;
  readonly zone: LocalTime;
  /** Names of the columns of a file without a header. */
  readonly columns?: readonly string[];
  readonly onCels: (cels: readonly Cel[]) => void;
  /** Something is wrong that a next look does not mend: a sentence. */
  readonly onFault: (message: string) => void;
  readonly isStopped: () => boolean;
}

/** A file that was rotated away may still be written to: it is left when so many looks have found nothing new. */
const QUIET_LOOKS = 2;
const QUIET_LOOKS_INSIDE_A_ROW = 20;

/** So many looks may pass until a file that was rotated away is found: it may be being copied or compressed. */
const SEARCHES = 5;

/** Brings the rows that are appended to one file into the table, through rotations: rename, copy and truncate, compression. */
export class FollowedFile {
  private place: Place | null = null;
  private quietLooks = 0;
  private searches = 0;

  constructor(private readonly options: FollowOptions) {}

  /** Reads what is there now; true when a rotation is under way and another look is due soon. Rejects when it cannot; nothing is lost by it. */
  async look(): Promise<boolean> {
    const { path, places } = this.options;
    const current = await opened(path);
    try {
      this.place ??= await places.read(path);
      if (this.place === null) {
        if (current === null) throw fileError(path, Object.assign(new Error(), { code: 'ENOENT' }));
        this.place = startOf((await current.stat()).ino);
      }
      if (current !== null && (await isAt(current, this.place))) {
        await this.readOn(current, path, this.place);
        this.quietLooks = 0;
        this.searches = 0;
        return false;
      }
      if (!(await this.finishRotated(this.place))) return true;
      if (current === null) return true;
      // Not remembered before rows of it are read: until then it is known by the one before.
      this.place = startOf((await current.stat()).ino);
      await this.readOn(current, path, this.place);
      return false;
    } finally {
      await current?.close();
    }
  }

  /** Reads what is left in files that were rotated away; true when nothing is left. */
  private async finishRotated(place: Place): Promise<boolean> {
    const { path, isStopped } = this.options;
    const files = await filesBeside(path);
    const old = await fileOfPlace(files, place);
    if (old === null) return this.missed(place);
    const quiet = await this.readRotated(old.path, place, false);
    this.quietLooks = this.place?.offset === place.offset ? this.quietLooks + 1 : 0;
    if (this.quietLooks < quiet || isStopped()) return false;
    await this.readRotated(old.path, this.place ?? place, true);
    for (const file of files.slice(files.indexOf(old) + 1)) {
      // Who is stopped goes on there at the next start.
      if (isStopped()) return false;
      if (file.writtenAt > old.writtenAt) await this.readRotated(file.path, startOf(file.inode), true);
    }
    return !isStopped();
  }

  /** The file that was read is not found: true when it is given up. */
  private async missed({ offset }: Place): Promise<boolean> {
    const { path, places, onFault } = this.options;
    const saved = offset === 0 ? await places.read(path) : null;
    if (saved !== null) this.place = saved;
    if (saved === null && offset === 0) return true;
    if (++this.searches < SEARCHES) return false;
    onFault(`${path} was replaced, and what it was before is not found beside it; rows that were not read yet are missing.`);
    return true;
  }

  /** Says how many quiet looks it takes until nobody will write to it any more. */
  private async readRotated(path: string, place: Place, isFinal: boolean): Promise<number> {
    const handle = await open(path);
    try {
      await this.readOn(handle, path, place, isFinal);
      if (path.endsWith('.gz')) return 0;
      return (await handle.stat()).size > (this.place?.offset ?? 0) ? QUIET_LOOKS_INSIDE_A_ROW : QUIET_LOOKS;
    } finally {
      await handle.close();
    }
  }

  private async readOn(handle: FileHandle, path: string, from: Place, isFinal = false): Promise<void> {
    const { table, zone, columns, onCels, onFault, isStopped } = this.options;
    const head = await headOf(bytesFrom(handle, path, 0), from.head.bytes);
    const options = { name: path, place: from, head, zone, isFinal, ...(columns === undefined ? {} : { columns }) };
    for await (const { cels, place, faults } of growingRows(bytesFrom(handle, path, from.offset), options)) {
      if (cels.length > 0) await (await table()).append(cels, { ownIds: false });
      await this.moveTo(place);
      if (cels.length > 0) onCels(cels);
      const [first] = faults;
      if (first !== undefined) {
        onFault(
          `${path}: ${faults.length === 1 ? 'a row is' : `${faults.length} rows are`} skipped before byte ${place.offset}; the first ${first}.`,
        );
      }
      if (isStopped()) return;
    }
  }

  /** After the rows are in the table: who is killed between them reads rows again that the table knows. */
  private async moveTo(place: Place): Promise<void> {
    const before = this.place;
    if (before?.inode === place.inode && before.offset === place.offset) return;
    await this.options.places.write(this.options.path, place);
    this.place = place;
  }
}

async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw fileError(path, error);
  }
}

/** Whether a file is the one that a place is in: not one that came under its name, nor one that was emptied. */
async function isAt(handle: FileHandle, { inode, offset, head }: Place): Promise<boolean> {
  const { ino, size } = await handle.stat();
  return ino === inode && size >= offset && digestOf(await headOf(bytesFrom(handle, '', 0), head.bytes)) === head.digest;
}
