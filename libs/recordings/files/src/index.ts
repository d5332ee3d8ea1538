export { openExportArchives } from './open-export-archives.js';
export { openRecordingFiles } from './open-recording-files.js';
export { openSweepFiles } from './open-sweep-files.js';
