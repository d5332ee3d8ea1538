import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';

/** Header of a member up to its length, which stands in an extra field of ours: `CS`, four bytes, little endian. */
export const HEADER_BYTES = 20;

const PLAIN_HEADER_BYTES = 10;
const HAS_EXTRA = 4;
const EXTRA = Buffer.from([8, 0, 0x43, 0x53, 4, 0]);
const MOST_BYTES = 1 << 28;

/** A gzip member that says how long it is, so that a file of them can be walked without unpacking; any gunzip reads it. */
export async function gzipMember(text: string): Promise<Buffer> {
  const plain = await promisify(gzip)(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(plain.length + EXTRA.length + length.length);
  const header = Buffer.from(plain.subarray(0, PLAIN_HEADER_BYTES));
  header[3] = HAS_EXTRA;
  return Buffer.concat([header, EXTRA, length, plain.subarray(PLAIN_HEADER_BYTES)]);
}

/** How long a member is, by its header; null when it is not one of ours. */
export function memberBytes(header: Buffer): number | null {
  if (header.length < HEADER_BYTES || header.readUInt16BE(0) !== 0x1f8b || header[3] !== HAS_EXTRA) return null;
  if (!header.subarray(PLAIN_HEADER_BYTES, PLAIN_HEADER_BYTES + EXTRA.length).equals(EXTRA)) return null;
  const bytes = header.readUInt32LE(PLAIN_HEADER_BYTES + EXTRA.length);
  return bytes > HEADER_BYTES && bytes <= MOST_BYTES ? bytes : null;
}

/** The text of a whole member; null when it is damaged. */
export async function memberText(member: Buffer): Promise<string | null> {
  try {
    return (await promisify(gunzip)(member, { maxOutputLength: MOST_BYTES })).toString('utf8');
  } catch {
    return null;
  }
}
