import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { constants, createGunzip } from 'node:zlib';
import { HEADER_BYTES, memberBytes } from './gzip-member.js';
import { membersOf } from './members.js';

/** Some lines of a file that were read at once, or a piece of it that cannot be read. */
export type Lines = { readonly lines: readonly string[] } | { readonly damage: string };

const CUT_SHORT = 'the file is cut short here';
/** No call is so long. */
const MOST_CHARACTERS = 1 << 27;

/** The lines of a file in pieces: of one that we archived, of any other gzipped one, or of a plain one. */
export async function* linesOf(path: string): AsyncGenerator<Lines> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const header = buffer.subarray(0, bytesRead);
    if (memberBytes(header) === null) {
      yield* streamed(path, { gzipped: header.length > 1 && header.readUInt16BE(0) === 0x1f8b });
      return;
    }
    for await (const { text } of membersOf(file)) {
      yield text === null ? { damage: 'some lines from here on are damaged or cut short' } : { lines: text.split('\n').slice(0, -1) };
    }
  } finally {
    await file.close();
  }
}

async function* streamed(path: string, { gzipped }: { readonly gzipped: boolean }): AsyncGenerator<Lines> {
  const bytes = createReadStream(path);
  // What is there of a file that is cut short is read, too.
  const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  bytes.once('error', (error) => unpacked.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const piece of gzipped ? bytes.pipe(unpacked) : bytes) {
      const lines = (rest + decoder.decode(piece as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MOST_CHARACTERS) break;
      if (lines.length > 0) yield { lines };
    }
  } catch (error) {
    if (!gzipped || !String((error as { readonly code?: unknown }).code).startsWith('Z_')) throw error;
    yield { damage: CUT_SHORT };
    return;
  } finally {
    bytes.destroy();
  }
  if (rest.length > MOST_CHARACTERS) yield { damage: 'a line does not end' };
  // A plain file may end without the end of its last line.
  else if (rest !== '') yield gzipped ? { damage: CUT_SHORT } : { lines: [rest] };
}
