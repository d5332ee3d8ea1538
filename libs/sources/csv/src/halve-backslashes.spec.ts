import { halveBackslashes } from './halve-backslashes.js';

const original = JSON.stringify({ extra: '{"kind":"sales, \\"big\\""}' });

test('doubled backslashes are halved when that makes JSON of it', () => {
  expect(halveBackslashes(original.replaceAll('\\', '\\\\'))).toBe(original);
});

test('JSON stays as it is, backslashes included', () => {
  expect(halveBackslashes(original)).toBe(original);
  expect(halveBackslashes('{"path":"C:\\\\new"}')).toBe('{"path":"C:\\\\new"}');
  expect(halveBackslashes('{"path":"C:\\\\calls"}')).toBe('{"path":"C:\\\\calls"}');
});

test('a text that was cut stays as it is', () => {
  const cut = original.replaceAll('\\', '\\\\').slice(0, 20);
  expect(halveBackslashes(cut)).toBe(cut);
});
