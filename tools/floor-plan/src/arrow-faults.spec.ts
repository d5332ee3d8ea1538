import { arrowFaults } from './arrow-faults.ts';
import type { FloorPlan } from './floor-plan.ts';

const plan: FloorPlan = {
  ground: { floor: 0, at: 'libs/ground', mayImport: [] },
  roof: { floor: 1, at: 'libs/roof', mayImport: ['ground'] },
};

test('an arrow on the plan is no fault', () => {
  expect(arrowFaults([['roof', 'ground']], plan)).toEqual([]);
});

test('an arrow that is not on the plan is named', () => {
  expect(arrowFaults([['ground', 'roof']], plan)).toEqual(['ground must not import roof']);
});

test('a project that is not on the plan is a fault by itself', () => {
  expect(arrowFaults([['shed', 'ground']], plan)).toEqual(['shed is not on the floor plan']);
});
