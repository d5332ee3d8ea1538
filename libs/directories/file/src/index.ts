export { parseDirectory } from './parse-directory.js';
export { readDirectoryFile } from './read-directory-file.js';
