import { fitted, textWidth } from './text-width.js';

test('a text is as wide as a terminal shows it', () => {
  expect(['abc', 'é', 'e\u0301', '山田', '👩‍💻', '→'].map(textWidth)).toEqual([3, 1, 1, 4, 2, 1]);
});

test('a text is filled up to the width', () => {
  expect(fitted('Zoé', 5)).toBe('Zoé  ');
  expect(fitted('山田', 5)).toBe('山田 ');
  expect(fitted('abcde', 5)).toBe('abcde');
});

test('a text that is too long is cut between letters, to exactly the width', () => {
  expect(fitted('abcdef', 5)).toBe('abcd…');
  expect(fitted('ace\u0301fgh', 4)).toBe('ace\u0301…');
  expect(fitted('山田太郎', 6)).toBe('山田… ');
  expect(fitted('a👩‍💻bc', 3)).toBe('a… ');
});
