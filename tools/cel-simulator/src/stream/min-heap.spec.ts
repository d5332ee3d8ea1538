import { Dice } from '../dice.js';
import { MinHeap } from './min-heap.js';

test('items leave in order of their keys, equal ones as they came', () => {
  const dice = new Dice(1);
  const heap = new MinHeap<number>();
  const keys = Array.from({ length: 2_000 }, () => dice.whole(0, 200));
  for (const [arrival, key] of keys.entries()) heap.push(key, arrival);
  const left = Array.from({ length: keys.length }, () => heap.pop()!);
  const sorted = keys.map((key, arrival) => [key, arrival] as const).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  expect(left).toEqual(sorted.map(([, arrival]) => arrival));
  expect([heap.pop(), heap.least]).toEqual([undefined, Infinity]);
});
