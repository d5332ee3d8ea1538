import { createWriteStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Cel } from '@callstitch/domain';
import { CSV_HEADER, csvLine } from './csv-line.js';

const CHARACTERS_PER_PIECE = 128 * 1024;

/** Writes rows as CSV into a file, as gzip when its name ends in `.gz`; `-` is standard output. */
export async function writeFile(path: string, cels: Iterable<Cel>, stdout: () => Writable): Promise<void> {
  const text = Readable.from(pieces(cels));
  if (path === '-') await pipeline(text, stdout(), { end: false });
  else if (path.endsWith('.gz')) await pipeline(text, createGzip(), createWriteStream(path));
  else await pipeline(text, createWriteStream(path));
}

function* pieces(cels: Iterable<Cel>): Generator<string> {
  let text = CSV_HEADER;
  for (const cel of cels) {
    text += csvLine(cel);
    if (text.length < CHARACTERS_PER_PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}
