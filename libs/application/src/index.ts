export type { BrokenRow, CelSource } from './cel-source.js';
export { correlateCels } from './correlate-cels.js';
export type { CelsCorrelated, CorrelateCelsOptions } from './correlate-cels.js';
export type { Dialect } from './dialect.js';
export type { Directory } from './directory.js';
