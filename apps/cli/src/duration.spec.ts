import { duration } from './duration.js';

test('seconds are shown as minutes and, when there are any, hours', () => {
  expect([0, 0.4, 59.6, 61, 754.2, 3600, 37_230.5].map(duration)).toEqual(['0:00', '0:00', '1:00', '1:01', '12:34', '1:00:00', '10:20:31']);
});
