import { nameFault } from './name-fault.ts';

test.each(['night-call', 'vip', 'a1-b2', 'a'.repeat(64)])('%s can be a name', (name) => {
  expect(nameFault(name)).toBeNull();
});

test.each([
  ['NightCall', '"NightCall" is not in kebab-case; write it like night-call'],
  ['night_call', 'is not in kebab-case'],
  ['-night', 'is not in kebab-case'],
  ['2nd', 'is not in kebab-case'],
  ['../evil', 'is not in kebab-case'],
  ['', 'is not in kebab-case'],
  ['a'.repeat(65), 'is longer than 64 characters'],
  ['plugin', 'has another meaning in the code of a plugin'],
  ['define-tagger', 'has another meaning'],
  ['class', '"class" is a word of JavaScript itself'],
  ['await', 'is a word of JavaScript itself'],
  ['eval', 'is a word of JavaScript itself'],
])('%s cannot', (name, sentence) => {
  expect(nameFault(name)).toContain(sentence);
});
