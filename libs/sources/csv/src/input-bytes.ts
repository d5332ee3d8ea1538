import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { CallstitchError } from '@callstitch/domain';
import { systemErrorCode } from './system-error-code.js';

/** The input that is not a file but the stream handed over. */
export const STDIN = '-';

const CHUNK_BYTES = 256 * 1024;

/** How messages call an input. */
export function shownName(input: string): string {
  return input === STDIN ? 'Standard input' : input;
}

/** Rejects with what is wrong and what to do when a file is not there, is a folder or may not be read. */
export async function refuseUnusableFile(input: string): Promise<void> {
  if (input === STDIN) return;
  try {
    await access(input, constants.R_OK);
    if ((await stat(input)).isDirectory()) {
      throw new CallstitchError('CEL_FILE_INVALID', `${input} is a folder; name the CSV files in it.`);
    }
  } catch (error) {
    throw fileError(input, error);
  }
}

/** The bytes of an input as they stand. */
export async function* inputBytes(input: string, stdin: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  const chunks = input === STDIN ? stdin : createReadStream(input, { highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw fileError(input, error);
  }
}

/** What the operating system said about a file, as a sentence that helps. */
export function fileError(input: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  const name = shownName(input);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CallstitchError('CEL_FILE_NOT_FOUND', `${name} does not exist; check the path.`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new CallstitchError('CEL_FILE_INVALID', `${name} may not be read by this user; change its permissions or the user.`, {
        cause: error,
      });
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EIO':
      return new CallstitchError('CEL_FILE_INVALID', `${name} cannot be read (${code}); check the path and the disk.`, { cause: error });
    default:
      return error;
  }
}
