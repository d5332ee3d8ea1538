export { OFFICE } from './office.js';
export { readTable } from './tell-table.js';
export { readWorkedExamples } from './worked-examples.js';
export type { WorkedExample } from './worked-examples.js';
