export { benchPure } from './bench-pure.js';
export type { PureResult } from './bench-pure.js';
export { growthExponent } from './growth-exponent.js';
export type { Timed } from './growth-exponent.js';
export { repeatCels } from './repeat-cels.js';
export { startedService } from './live/started-service.js';
export type { StartedService } from './live/started-service.js';
export { ownDatabase } from './own-database.js';
