export { KINDS } from './calls/kinds.js';
export type { Kind } from './calls/kinds.js';
export type { DialectName } from './pbx/directory.js';
export type { SimulatedCall } from './script/planned.js';
export type { SimulateOptions } from './stream/call-stream.js';
export { simulateCels } from './stream/simulate-cels.js';
