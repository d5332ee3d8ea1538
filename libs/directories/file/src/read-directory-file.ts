import type { Directory } from '@callstitch/domain';
import { fileText } from './file-text.js';
import { parseDirectory } from './parse-directory.js';

/** Reads a directory from a YAML or JSON file; rejects with DIRECTORY_INVALID and a sentence that says what to do. */
export async function readDirectoryFile(path: string): Promise<Directory> {
  return parseDirectory(await fileText(path), path);
}
