export { apiReport, reportFile } from './api-report.js';
export { faces } from './faces.js';
export type { Face } from './faces.js';
