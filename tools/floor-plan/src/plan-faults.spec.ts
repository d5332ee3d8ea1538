import type { Floor, Room } from './floor-plan.ts';
import { planFaults } from './plan-faults.ts';

const room = (floor: Floor, ...mayImport: string[]): Room => ({ floor, at: 'libs/somewhere', mayImport });

test('arrows may lead down and along a floor', () => {
  expect(planFaults({ ground: room(0), left: room(1, 'ground', 'right'), right: room(1, 'ground') })).toEqual([]);
});

test('an arrow that leads up is a fault', () => {
  expect(planFaults({ ground: room(0, 'roof'), roof: room(1) })).toEqual(['ground may import roof, which is not below it']);
});

test('nobody in the house imports a tool', () => {
  expect(planFaults({ ground: room(0, 'tool'), tool: room('beside') })).toEqual(['ground may import tool, which is not below it']);
});

test('two rooms on one floor cannot import each other', () => {
  expect(planFaults({ left: room(1, 'right'), right: room(1, 'left') })).toEqual([
    'left imports itself in a circle',
    'right imports itself in a circle',
  ]);
});

test('an arrow to a room that does not exist is a fault', () => {
  expect(planFaults({ ground: room(0, 'cellar') })).toEqual(['ground may import cellar, which is not on the floor plan']);
});
