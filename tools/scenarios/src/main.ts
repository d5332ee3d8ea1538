import { join } from 'node:path';
import { printScore } from './print-score.js';
import { SAMPLES, readLoadRun, readScenarios } from './read-scenarios.js';
import { scoreLoadRun, scoreScenarios } from './score.js';

const [folder = SAMPLES] = process.argv.slice(2);
const scenarios = await readScenarios(join(folder, 'scenarios'));
console.log(printScore(`Scenarios (${scenarios.length} recordings, one by one)`, scoreScenarios(scenarios)));
const { cels, truths } = await readLoadRun(folder);
console.log(printScore(`Load run (${cels.length} rows at once)`, scoreLoadRun(cels, truths)));
