import { nextBatchSize } from './batch-size.js';

test.each([
  ['a quick batch is doubled, and not more', 200, 0, 400],
  ['as many as are locked for twenty-five milliseconds', 1_000, 50, 500],
  ['never more than told', 4_000, 1, 5_000],
  ['never so few that it takes for ever', 100, 5_000, 50],
])('%s', (_name, size, lockedMs, next) => {
  expect(nextBatchSize(size, lockedMs, 5_000)).toBe(next);
});
