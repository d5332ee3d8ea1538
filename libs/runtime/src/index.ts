export { createCorrelation } from './create-correlation.js';
export type { Correlation, CorrelationOptions } from './create-correlation.js';
