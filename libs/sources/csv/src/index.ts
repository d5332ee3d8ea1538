export { csvCelSource } from './csv-cel-source.js';
export type { CsvCelSourceOptions } from './csv-cel-source.js';
export { followFiles } from './follow/follow-files.js';
export type { FollowFilesOptions } from './follow/follow-files.js';
