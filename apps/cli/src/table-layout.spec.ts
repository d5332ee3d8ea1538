import { GAP, layout } from './table-layout.js';

const wanted = { from: 22, dialled: 10, reached: 18, way: 30 };
const total = ({ from, dialled, reached, way }: ReturnType<typeof layout>): number =>
  from + dialled + reached + (way === null ? 0 : way + GAP);

test('with enough room every column is as wide as its texts', () => {
  expect(layout(100, wanted)).toEqual({ from: 22, dialled: 10, reached: 18, way: 48 });
});

test('one very long name does not take the room of the others', () => {
  expect(layout(100, { ...wanted, from: 90 })).toMatchObject({ from: 32, dialled: 10, reached: 18 });
});

test('without room what happened on the way goes to a line of its own', () => {
  expect(layout(52, wanted)).toEqual({ from: 22, dialled: 10, reached: 18, way: null });
});

test('nothing is ever wider than the room', () => {
  for (let room = 18; room < 140; room++)
    expect(total(layout(room, { from: 60, dialled: 25, reached: 40, way: 90 }))).toBeLessThanOrEqual(room);
});
