import type { IdSpan } from './id-span.js';
import { covering, hullOf, joined, without } from './id-span.js';

const spans = (...pairs: readonly (readonly [number, number])[]): readonly IdSpan[] => pairs.map(([from, until]) => ({ from, until }));

test('spans without others are what the others do not cover, newest first', () => {
  expect(without(spans([20, 30], [10, 15], [1, 5]), spans([3, 12], [25, 26]))).toEqual(spans([26, 30], [20, 25], [12, 15], [1, 3]));
  expect(without(spans([20, 30]), [])).toEqual(spans([20, 30]));
  expect(without(spans([20, 30]), spans([1, 99]))).toEqual([]);
  expect(without([], spans([1, 2]))).toEqual([]);
});

test('joined spans have the same ids in as few spans as possible', () => {
  expect(joined(spans([5, 7], [1, 3], [3, 5], [9, 10], [2, 4]))).toEqual(spans([9, 10], [1, 7]));
  expect(joined([])).toEqual([]);
});

test('the hull reaches from the lowest to the highest id', () => {
  expect(hullOf(spans([20, 30], [1, 5]))).toEqual({ from: 1, until: 30 });
  expect(hullOf([])).toBeNull();
});

test('an id is covered when one of the spans has it', () => {
  const covered = covering(spans([20, 30], [10, 15], [1, 5]));
  expect([0, 1, 4, 5, 9, 10, 14, 15, 19, 20, 29, 30].filter(covered)).toEqual([1, 4, 10, 14, 20, 29]);
  expect(covering([])(1)).toBe(false);
});
