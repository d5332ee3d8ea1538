export { compareCall } from './compare-call.js';
export type { Difference, Field } from './compare-call.js';
export { printScore } from './print-score.js';
export { SAMPLES, readCels, readLoadRun, readScenarios } from './read-scenarios.js';
export type { Scenario } from './read-scenarios.js';
export { isRight, scoreLoadRun, scoreScenarios } from './score.js';
export type { Held, Score } from './score.js';
export { tellCels } from './tell-cels.js';
export type { TrueCall, TrueLeg, TrueScenario } from './truth.js';
