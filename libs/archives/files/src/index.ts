export { fileCallLogArchives } from './file-call-log-archives.js';
export { readArchives } from './read-archives.js';
export type { ReadArchivesOptions } from './read-archives.js';
