import type { FileHandle } from 'node:fs/promises';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Place } from './place.js';
import { digestOf } from './place.js';

/** A file of the folder, under whatever name rotation gave it. */
export interface RotatedFile {
  readonly path: string;
  readonly inode: number;
  /** When it was last written to, milliseconds; compressing keeps it. */
  readonly writtenAt: number;
}

/** Files beside a followed one whose names begin with its name, oldest first. */
export async function filesBeside(path: string): Promise<readonly RotatedFile[]> {
  const name = basename(path);
  const names = (await readdir(dirname(path))).filter(
    (other) => other !== name && /^[.-]/.test(other.slice(name.length)) && other.startsWith(name),
  );
  const files = await Promise.all(
    names.map(async (other): Promise<readonly RotatedFile[]> => {
      const found = join(dirname(path), other);
      const about = await stat(found).catch(() => null);
      return about?.isFile() === true ? [{ path: found, inode: about.ino, writtenAt: about.mtimeMs }] : [];
    }),
  );
  return files.flat().sort((one, other) => one.writtenAt - other.writtenAt || (one.path < other.path ? 1 : -1));
}

/** The one in which reading stands, plain rather than compressed; null when none is. */
export async function fileOfPlace(files: readonly RotatedFile[], { inode, head, offset }: Place): Promise<RotatedFile | null> {
  const plainFirst = [...files].sort((one, other) => Number(one.path.endsWith('.gz')) - Number(other.path.endsWith('.gz')));
  for (const file of plainFirst) {
    if (offset === 0 ? file.inode === inode : await begins(file.path, head)) return file;
  }
  return null;
}

async function begins(path: string, head: Place['head']): Promise<boolean> {
  const handle = await open(path);
  try {
    return digestOf(await headOf(bytesFrom(handle, path, 0), head.bytes)) === head.digest;
  } catch {
    // Half compressed, or something else.
    return false;
  } finally {
    await handle.close();
  }
}

/** The first bytes, fewer when there are not so many. */
export async function headOf(bytes: AsyncIterable<Buffer>, count: number): Promise<Buffer> {
  if (count === 0) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= count) break;
  }
  return Buffer.concat(pieces).subarray(0, count);
}

const CHUNK_BYTES = 256 * 1024;

/** The bytes of an open file from an offset on, up to its present end; gzip is undone. */
export async function* bytesFrom(handle: FileHandle, path: string, offset: number): AsyncGenerator<Buffer> {
  if (!path.endsWith('.gz')) {
    yield* storedBytes(handle, offset);
    return;
  }
  const plain = createGunzip();
  pipeline(Readable.from(storedBytes(handle, 0)), plain, () => undefined);
  let before = offset;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    if (chunk.length > before) yield chunk.subarray(before);
    before = Math.max(0, before - chunk.length);
  }
}

async function* storedBytes(handle: FileHandle, offset: number): AsyncGenerator<Buffer> {
  for (let at = offset; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
