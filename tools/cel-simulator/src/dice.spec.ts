import { Dice } from './dice.js';

const throws = (dice: Dice): number[] => Array.from({ length: 100 }, () => dice.bits());

test('the same seed and stream fall the same', () => {
  expect(throws(new Dice(7, 3))).toEqual(throws(new Dice(7, 3)));
});

test('another seed or another stream falls otherwise', () => {
  const [one, other, third] = [throws(new Dice(7, 3)), throws(new Dice(8, 3)), throws(new Dice(7, 4))];
  expect(new Set([...one, ...other, ...third]).size).toBe(300);
});

test('they are fair enough', () => {
  const dice = new Dice(1);
  const sides = [0, 0, 0, 0, 0, 0];
  for (let round = 0; round < 60_000; round++) sides[dice.whole(1, 6) - 1]!++;
  for (const count of sides) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  const mean = Array.from({ length: 50_000 }, () => dice.exponential(30)).reduce((sum, each) => sum + each, 0) / 50_000;
  expect(mean).toBeCloseTo(30, 0);
});
