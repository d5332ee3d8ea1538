import { dialplanPattern } from './dialplan-pattern.js';

test.each([
  ['1001', '1001', '10010 11001 1002'],
  ['*98', '*98', '98 **98'],
  ['+15145550100', '+15145550100', '15145550100'],
  ['1.', '1.', '12 123'],
  ['_1001', '1001', '10010 1002'],
  ['_1XXX', '1000 1999', '100 10000 2000 1a00'],
  ['_1xxx', '1000 1999', '2000'],
  ['_Z', '1 9', '0 11'],
  ['_z', '1 9', '0'],
  ['_N', '2 9', '0 1'],
  ['_n', '2 9', '1'],
  ['_NXXNXXXXXX', '5145550100', '1145550100 5141550100 15145550100'],
  ['_[2-4]XX', '200 499', '100 500'],
  ['_[25*]1', '21 51 *1', '11 31'],
  ['_9.', '91 9anything 9+', '9 8'],
  ['_9!', '9 91 9anything', '8'],
  ['_.', '1 s alice', ''],
  ['_514-555-0100', '5145550100', '514-555-0100'],
  ['_*8X', '*81', '81 **81'],
  ['_+1X.', '+151', '151 +1'],
  ['_(1)', '(1)', '1'],
])('%s stands for %s and for none of: %s', (pattern, members, others) => {
  const compiled = dialplanPattern(pattern);
  for (const member of members.split(' ')) expect([member, compiled.test(member)]).toEqual([member, true]);
  for (const other of others.split(' ')) expect([other, compiled.test(other)]).toEqual([other, false]);
});

test.each(['_[', '_1[', '_[]XX', '_[2-4XX', '_[^1]X', '_[\\d]X'])(
  '%s is no pattern: its bracket is not closed, empty or holds something else',
  (pattern) => {
    expect(() => dialplanPattern(pattern)).toThrow(new RangeError(`${pattern} is not a dialplan pattern: unfinished or empty [ ]`));
  },
);

test('a class that runs backwards is no pattern', () => {
  expect(() => dialplanPattern('_[4-2]XX')).toThrow(RangeError);
  expect(() => dialplanPattern('_[4-2]XX')).toThrow('_[4-2]XX is not a dialplan pattern');
});
