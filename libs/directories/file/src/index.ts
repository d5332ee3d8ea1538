export { openDirectoryFile } from './open-directory-file.js';
export type { DirectoryFileOptions } from './open-directory-file.js';
export { parseDirectory } from './parse-directory.js';
export { readDirectoryFile } from './read-directory-file.js';
