import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrowFaults } from './arrow-faults.ts';
import { withDrawing } from './drawing.ts';
import { floorPlan } from './floor-plan.ts';
import { planFaults } from './plan-faults.ts';
import { purityFaults, roomFaults, type CompilerSettings } from './room-faults.ts';
import { sourceFaults } from './source-faults.ts';
import { arrowsOf, importsOf, readJson, readProjects, workspaceRoot } from './workspace.ts';

const projects = readProjects();

test('the floor plan itself has no arrow up and no circle', () => {
  expect(planFaults(floorPlan)).toEqual([]);
});

test('every project is on the plan, in its place, with its tag', () => {
  expect(projects.flatMap((project) => roomFaults(project, floorPlan))).toEqual([]);
});

test('every room of the plan exists', () => {
  expect(projects.map(({ name }) => name).sort()).toEqual(Object.keys(floorPlan).sort());
});

test('no package.json and no import crosses the plan', () => {
  expect(arrowFaults(projects.flatMap(arrowsOf), floorPlan)).toEqual([]);
});

test('every pure room is pure by its compiler settings', () => {
  const pure = Object.entries(floorPlan).filter(([, room]) => room.pure);
  expect(pure.flatMap(([name, { at }]) => purityFaults(name, readJson(`${at}/tsconfig.lib.json`) as CompilerSettings))).toEqual([]);
});

test('every file is short, has a name, and every index is a signed list', () => {
  expect(projects.flatMap(({ sources }) => sources).flatMap(sourceFaults)).toEqual([]);
});

test('the drawing in the README is current', () => {
  const page = readFileSync(join(workspaceRoot, 'README.md'), 'utf8');
  expect(page).toBe(withDrawing(page, floorPlan));
});

test('imports are seen in every spelling, and not in comments', () => {
  const text = [
    "import { a } from '@callstitch/domain';",
    "import '@callstitch/runtime';",
    'export type {',
    '  B,',
    "} from './b.js';",
    "const c = await import('./c.js');",
    " * from 'a comment'",
    "// from 'a comment'",
  ].join('\n');
  expect(importsOf(text)).toEqual(['@callstitch/domain', '@callstitch/runtime', './b.js', './c.js']);
});
