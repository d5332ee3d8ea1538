import { firstToldAt, toldFaults } from './told-order.js';

const heard = [
  { conversation: 'a', event: 'call_log_created', at: 1 },
  { conversation: 'a', event: 'call_log_updated', at: 2 },
  { conversation: 'a', event: 'call_log_created', at: 3 },
];

test('what is told again is no fault, and counts from the first time', () => {
  expect(toldFaults('The bus', ['a'], heard)).toEqual([]);
  expect(firstToldAt(heard)).toEqual(new Map([['a', 1]]));
});

test('calls that were not told of, and changes before the creation, are faults', () => {
  expect(toldFaults('The bus', ['a', 'b'], heard.slice(1))).toEqual([
    'The bus never heard of 1 calls, such as b',
    'The bus heard of a change before the creation of 1 calls, such as a',
  ]);
});
