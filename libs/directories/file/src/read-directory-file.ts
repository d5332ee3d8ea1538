import { readFile } from 'node:fs/promises';
import type { Directory } from '@callstitch/application';
import { CallstitchError } from '@callstitch/domain';
import { parseDirectory } from './parse-directory.js';

/** Reads a directory from a YAML or JSON file; rejects with DIRECTORY_INVALID and a sentence that says what to do. */
export async function readDirectoryFile(path: string): Promise<Directory> {
  return parseDirectory(await textOf(path), path);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CallstitchError('DIRECTORY_INVALID', whyUnreadable(path, error), { cause: error });
  }
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
    default:
      return `The directory file ${path} cannot be read (${code}); check the path and the disk.`;
  }
}
