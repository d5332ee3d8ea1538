export { runTrial } from './run-trial.js';
export type { SkippedTrial, TrialName, TrialOptions, TrialResult } from './trial.js';
export { openGround } from './stage/ground.js';
export type { Ground } from './stage/ground.js';
