import { firstLineMissing } from './first-line-missing.js';

test('an example is shown when its lines come in their order, whatever is between them', () => {
  expect(firstLineMissing('a  b\nc … d (1)\n', 'x\na b  \ny\nc 12 3 d (1)\n')).toBeNull();
  expect(firstLineMissing('b\na', 'a\nb')).toBe('a');
  expect(firstLineMissing('a.c', 'abc')).toBe('a.c');
});
