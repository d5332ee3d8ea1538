import { SharedStrings } from './shared-strings.js';

test('every text comes back as it is, however many there are', () => {
  const strings = new SharedStrings();
  for (let index = 0; index < 20_000; index++) {
    const text = `PJSIP/channel-${index % 7000}`;
    expect(strings.share(index % 2, text)).toBe(text);
  }
  expect(strings.share(0, '')).toBe('');
});
