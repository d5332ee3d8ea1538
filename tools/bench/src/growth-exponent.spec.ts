import { growthExponent } from './growth-exponent.js';

test('twice the time for twice the rows is growth of exponent one', () => {
  expect(
    growthExponent([
      { rows: 1000, seconds: 1 },
      { rows: 4000, seconds: 4 },
    ]),
  ).toBeCloseTo(1);
  expect(
    growthExponent([
      { rows: 1000, seconds: 1 },
      { rows: 4000, seconds: 16 },
    ]),
  ).toBeCloseTo(2);
});

test('the smallest and the largest count, in whatever order they were measured', () => {
  expect(
    growthExponent([
      { rows: 4000, seconds: 4 },
      { rows: 2000, seconds: 9 },
      { rows: 1000, seconds: 1 },
    ]),
  ).toBeCloseTo(1);
});

test('one size says nothing about growth', () => {
  expect(growthExponent([{ rows: 1000, seconds: 1 }])).toBeNaN();
});
