import { countCrash } from './count-crash.ts';

const minute = 60_000;
const words = (): string => 'PANIC: the disk is gone';

test('five crashes within a minute are borne, the sixth is not', () => {
  let crashes: readonly number[] = [];
  for (const at of [1, 2, 3, 4, 5]) crashes = countCrash(crashes, at, words);
  expect(crashes).toEqual([1, 2, 3, 4, 5]);
  expect(() => countCrash(crashes, 6, words)).toThrow(
    'PostgreSQL died 6 times within a minute, and is not started again: PANIC: the disk is gone',
  );
});

test('a crash is forgotten after a minute', () => {
  expect(countCrash([0, 1, 2, 3, 4], minute, words)).toEqual([1, 2, 3, 4, minute]);
});
