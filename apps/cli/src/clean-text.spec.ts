import { cleanText } from './clean-text.js';

test('what could steer the terminal is replaced by a letter that is seen', () => {
  expect(cleanText('a\u001B[31mred\u009B0m\u0007\r\n\tb\u007F')).toBe('a�[31mred�0m����b�');
  expect(cleanText('abc\u202Etxt.exe\u2066x\u2028y')).toBe('abc�txt.exe�x�y');
  expect(cleanText('half \uD83D')).toBe('half �');
});

test('letters of any language stay', () => {
  for (const name of ['Émilie Côté, "O\'Brien"', '山田太郎', 'محمد', '👩‍💻 Ana', 'e\u0301']) expect(cleanText(name)).toBe(name);
});
