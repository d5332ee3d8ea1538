import { byteRange } from './byte-range.js';

test.each([
  [undefined, null],
  ['bytes=0-4', { from: 0, until: 5 }],
  ['bytes=12-', { from: 12, until: 20 }],
  ['bytes=12-99', { from: 12, until: 20 }],
  ['bytes=-5', { from: 15, until: 20 }],
  ['bytes=-99', { from: 0, until: 20 }],
  ['bytes=20-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-4', null],
  ['bytes=0-1,3-4', null],
  ['bytes=-', null],
  ['lines=1-2', null],
])('Range %s of 20 bytes', (header, range) => {
  expect(byteRange(header, 20)).toEqual(range);
});
