import type { FileHandle } from 'node:fs/promises';
import { constants, open, realpath, stat } from 'node:fs/promises';
import type { OpenFile } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';

/** Neither a link that somebody puts there just now, nor a pipe that nobody writes to. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

const PIECE_BYTES = 65_536;

/**
 * Opens the file at a place without links. Null when it is no file, or when the place leads elsewhere by now: who looked where
 * a path leads and then opens it may be cheated in between.
 */
export async function openFile(place: string): Promise<OpenFile | null> {
  const handle = await open(place, FLAGS);
  try {
    const opened = await handle.stat({ bigint: true });
    const there = await stat(place, { bigint: true });
    const isSame = opened.ino === there.ino && opened.dev === there.dev && (await realpath(place)) === place;
    if (isSame && opened.isFile()) {
      const [size, modifiedAt] = [Number(opened.size), instantOf(opened.mtimeNs)];
      return { size, modifiedAt, stream: (from, until) => piecesOf(handle, from, until), close: () => handle.close() };
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return null;
}

async function* piecesOf(handle: FileHandle, from: number, until: number): AsyncIterable<Uint8Array> {
  for (let at = from; at < until;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, until - at));
    const { bytesRead } = await handle.read(piece, 0, piece.length, at);
    // Somebody was promised so many bytes: an end that comes too early must not look like one.
    if (bytesRead === 0) throw new Error('the file is shorter than it was when it was opened');
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}

const NANOSECONDS_PER_MICROSECOND = 1_000n;

/** A file may say that it is from before 1970. */
function instantOf(nanoseconds: bigint): Instant {
  return instant(nanoseconds < 0n ? 0 : Number(nanoseconds / NANOSECONDS_PER_MICROSECOND));
}
