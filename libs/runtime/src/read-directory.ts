import type { Directory } from '@callstitch/application';

/** The directory of a file; null without one. Its reader is loaded only where there is one. */
export async function readDirectory(file: string | null): Promise<Directory | null> {
  if (file === null) return null;
  const { readDirectoryFile } = await import('@callstitch/directory-file');
  return readDirectoryFile(file);
}
