export { openExportJobs } from './open-export-jobs.js';
export type { ExportJobs, ExportJobsOptions } from './open-export-jobs.js';
