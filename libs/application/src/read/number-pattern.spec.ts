import { numberPattern } from './number-pattern.js';

test.each([
  ['45', '45', false, false],
  ['_45', '45', true, false],
  ['4_', '4', false, true],
  ['_23_', '23', true, true],
  ['__', '', true, true],
  ['_', '', true, false],
])('%s is %j, anything before: %s, after: %s', (number, text, anyBefore, anyAfter) => {
  expect(numberPattern(number)).toEqual({ text, anyBefore, anyAfter });
});
