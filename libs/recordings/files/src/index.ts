export { openRecordingFiles } from './open-recording-files.js';
