import { ownString } from './own-string.js';

test('every text comes back as it is, short or long, in any script', () => {
  for (const text of ['', 'a', 'exactly 12 ch', 'a text that is long enough to be a view', 'É'.repeat(20), '🦉'.repeat(20)]) {
    expect(ownString(text)).toBe(text);
  }
});
