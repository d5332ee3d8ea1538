export { runTrial } from './run-trial.js';
export type { SkippedTrial, TrialName, TrialOptions, TrialResult } from './trial.js';
