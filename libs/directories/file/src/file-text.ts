import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CallstitchError } from '@callstitch/domain';

/** The text of a directory file, unpacked when it is gzip; rejects with DIRECTORY_INVALID and a sentence that says what to do. */
export async function fileText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return (isGzip(bytes) ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new CallstitchError('DIRECTORY_INVALID', whyUnreadable(path, error), { cause: error });
  }
}

/** The name of the file says nothing; its first two bytes do. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function whyUnreadable(path: string, error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `The directory file ${path} does not exist; check the path.`;
    case 'EISDIR':
      return `${path} is a folder; name the YAML or JSON file that lists the users.`;
    case 'EACCES':
    case 'EPERM':
      return `The directory file ${path} may not be read by this user; change its permissions or the user.`;
    case 'Z_BUF_ERROR':
    case 'Z_DATA_ERROR':
      return `The directory file ${path} is not whole (${code} while unpacking it); copy it again.`;
    default:
      return `The directory file ${path} cannot be read (${code}); check the path and the disk.`;
  }
}
