import { jsonText } from './json-array.js';

test('control characters of a name stay escaped, also those that JSON allows', () => {
  const name = 'a\u001B[31m\u009B0m\u007F\u2028é';
  expect(jsonText({ name })).toBe('{"name":"a\\u001b[31m\\u009b0m\\u007f\\u2028é"}');
  expect(JSON.parse(jsonText({ name }))).toEqual({ name });
});
