import { pipeline, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { CallstitchError } from '@callstitch/domain';
import { systemErrorCode } from './system-error-code.js';
import { whyNotCsv } from './why-not-csv.js';

const CHUNK_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = '\uFEFF';
const ENOUGH_TO_JUDGE = 512;

/**
 * The text of an input: gzip is undone (known by its first two bytes, whatever the name says), a byte order mark is dropped.
 *
 * Rejects when the input is empty, damaged or obviously something else than CSV.
 */
export async function* plainText(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const raw = await headAndAll(bytes);
  if (raw.head.length === 0) throw new CallstitchError('CEL_FILE_INVALID', `${name} is empty; export the CELs again.`);
  if (!isGzip(raw.head)) {
    yield* decoded(raw.all, name);
    return;
  }
  const plain = await headAndAll(gunzipped(raw.all, name));
  if (plain.head.length === 0)
    throw new CallstitchError('CEL_FILE_INVALID', `${name} holds nothing once it is unzipped; export the CELs again.`);
  yield* decoded(plain.all, name);
}

interface Bytes {
  /** The first bytes, enough to see what kind of file it is. */
  readonly head: Buffer;
  /** Everything, in pieces of which the head is the first. */
  readonly all: AsyncIterable<Buffer>;
}

async function headAndAll(bytes: AsyncIterable<Buffer>): Promise<Bytes> {
  const rest = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < ENOUGH_TO_JUDGE) {
    const next = await rest.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);
  return { head, all: following(head, rest) };
}

async function* following(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* gunzipped(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  pipeline(Readable.from(bytes, { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    throw gzipError(name, error);
  }
}

function gzipError(name: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === 'Z_BUF_ERROR') {
    return new CallstitchError('CEL_FILE_INVALID', `${name} is a gzip file that is cut off; copy or export it again.`, { cause: error });
  }
  if (code?.startsWith('Z_') === true) {
    return new CallstitchError('CEL_FILE_INVALID', `${name} is a damaged gzip file; copy or export it again.`, { cause: error });
  }
  return error;
}

async function* decoded(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  // Twice as fast as TextDecoder. Bytes that are not UTF-8 spoil their own character only.
  const decoder = new StringDecoder('utf8');
  let first = true;
  for await (const chunk of bytes) {
    const reason = first ? whyNotCsv(chunk) : null;
    if (reason !== null) throw new CallstitchError('CEL_FILE_INVALID', `${name} ${reason}`);
    const text = decoder.write(chunk);
    yield first && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    first = false;
  }
  yield decoder.end();
}
