export { benchPure, growthExponent } from './bench-pure.js';
export type { PureResult } from './bench-pure.js';
export { repeatCels } from './repeat-cels.js';
