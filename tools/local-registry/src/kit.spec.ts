import { floorPlan } from '@callstitch/floor-plan';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kit } from './kit.js';

test('the kit is what has a star on the floor plan', () => {
  const room = { floor: 0, mayImport: [] } as const;
  expect(kit({ star: { ...room, at: 'libs/star', published: true }, plain: { ...room, at: 'libs/plain' } })).toEqual([
    { name: '@callstitch/star', at: 'libs/star' },
  ]);
});

test('the author’s round waits until all of the kit, and the command, are built', () => {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  const { nx } = JSON.parse(text) as { nx: { targets: { test: { dependsOn: [string, { projects: string[] }] } } } };
  const [, { projects }] = nx.targets.test.dependsOn;
  expect(projects.toSorted()).toEqual(['@callstitch/cli', ...kit(floorPlan).map(({ name }) => name)].toSorted());
});
