import { LONGEST_WORD, cutUserfieldWords, userfieldWords } from './userfield-words.js';

test('words are parted by commas, trimmed, each once, and none is empty', () => {
  expect(userfieldWords(' sales, paris,,sales , ')).toEqual(['sales', 'paris']);
  expect(userfieldWords('')).toEqual([]);
});

test('words that are too long are cut, and those that are the same then are one', () => {
  const long = 'x'.repeat(LONGEST_WORD);
  expect(cutUserfieldWords(`${long}a,${long}b,short`)).toEqual([long, 'short']);
});
