import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDrawing } from './drawing.ts';
import { floorPlan } from './floor-plan.ts';
import { workspaceRoot } from './workspace.ts';

const path = join(workspaceRoot, 'README.md');
const page = readFileSync(path, 'utf8');
const renewed = withDrawing(page, floorPlan);

if (page === renewed) {
  console.log('The floor plan in README.md is current.');
} else if (process.argv.includes('--write')) {
  writeFileSync(path, renewed);
  console.log('The floor plan in README.md is renewed.');
} else {
  console.error('The floor plan in README.md is not current: run `npm run floor-plan -- --write`.');
  process.exitCode = 1;
}
