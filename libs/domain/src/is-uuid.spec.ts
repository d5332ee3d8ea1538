import { isUuid } from './is-uuid.js';

test('a uuid is one in either case, with all its parts and nothing around them', () => {
  expect(isUuid('7a7a0001-0000-4000-8000-00000000000f')).toBe(true);
  expect(isUuid('7A7A0001-0000-4000-8000-00000000000F')).toBe(true);
  for (const text of [
    '',
    'acme',
    '7a7a0001-0000-4000-8000',
    ' 7a7a0001-0000-4000-8000-00000000000f',
    '7a7a0001-0000-4000-8000-00000000000g',
  ]) {
    expect(isUuid(text)).toBe(false);
  }
});
