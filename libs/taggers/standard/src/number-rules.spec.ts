import { aCallLog, checkTagger } from '@callstitch/plugin-testing';
import { dialplanPattern } from './dialplan-pattern.js';
import { numberRules } from './number-rules.js';

const call = aCallLog({ source: { number: '+33155501234' }, requested: { number: '9123' }, destination: { number: '1002' } });
const rule = (rule: object, fits: boolean) => ({
  name: JSON.stringify(rule),
  call,
  options: { rules: [{ tag: 'hit', ...rule }] },
  tags: fits ? ['hit'] : [],
});

test('a prefix or a pattern, on one side or on any', () =>
  checkTagger(numberRules, [
    rule({ prefix: '+33' }, true),
    rule({ prefix: '+33', side: 'source' }, true),
    rule({ prefix: '+33', side: 'destination' }, false),
    rule({ pattern: '_9XXX' }, true),
    rule({ pattern: '_9XXX', side: 'requested' }, true),
    rule({ pattern: '_9XX' }, false),
    rule({ pattern: '1002', side: 'destination' }, true),
    rule({ pattern: '100' }, false),
  ]));

test('every rule that fits gives its tag; a number that is not known fits none', () =>
  checkTagger(numberRules, [
    {
      name: 'two',
      call,
      options: {
        rules: [
          { tag: 'a', prefix: '9' },
          { tag: 'b', prefix: '1' },
          { tag: 'c', prefix: '7' },
        ],
      },
      tags: ['a', 'b'],
    },
    {
      name: 'unknown',
      call: aCallLog({ requested: { number: null } }),
      options: { rules: [{ tag: 'a', pattern: '_!', side: 'requested' }] },
      tags: [],
    },
  ]));

test.each([
  ['_X', '0', true],
  ['_Z', '0', false],
  ['_N', '1', false],
  ['_n', '2', true],
  ['_[15-7]X', '62', true],
  ['_[15-7]X', '42', false],
  ['_555-12XX', '5551234', true],
  ['_0.', '0', false],
  ['_0.', '0044', true],
  ['_0!', '0', true],
  ['_*21#', '*21#', true],
  ['_+1NXX', '+1234', true],
  ['*21*', '*21*', true],
  ['1.2', '1x2', false],
])('dialplan pattern %s on %s: %s', (pattern, number, fits) => {
  expect(dialplanPattern(pattern)?.test(number)).toBe(fits);
});

test.each(['', '_', '_9.X', '_[12', '_[]', '_[9-1]', '_9(', '_ 9'])('no dialplan pattern: "%s"', (pattern) => {
  expect(dialplanPattern(pattern)).toBeNull();
});

test('every mistake in the rules is named with its place', async () => {
  const rules = [
    { tag: 'a' },
    { tag: 'b', prefix: '1', pattern: '1' },
    { tag: 'c,d', pattern: '_[12', side: 'left' },
    { tag: 'e', prefix: '' },
  ];
  const wrong = (options: object) => checkTagger(numberRules, [{ name: 'wrong', call, options, tags: [] }]);
  await expect(wrong({ rules: [] })).rejects.toThrow('options.rules should not be empty');
  await expect(wrong({ rules })).rejects.toThrowErrorMatchingInlineSnapshot(`
    "tagger number-rules:
    - wrong: options.rules[0].side: a rule needs either a prefix or a pattern
    - wrong: options.rules[1].side: a rule needs either a prefix or a pattern
    - wrong: options.rules[2].tag must be a word of 1 to 128 characters without a comma
    - wrong: options.rules[2].pattern must be a number, or a pattern of the dialplan such as _9XXX.
    - wrong: options.rules[2].side must be one of the following values: source, requested, destination, any
    - wrong: options.rules[3].prefix should not be empty"
  `);
});
