export { csvCelSource } from './csv-cel-source.js';
export type { CsvCelSourceOptions } from './csv-cel-source.js';
