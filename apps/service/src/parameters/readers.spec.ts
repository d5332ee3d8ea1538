import { dateTime, flag, list, oneOf, text, uuid, wholeNumber } from './readers.js';

const whole = wholeNumber({ min: 0, max: 100 });
const UUID = '7E7E0001-0000-4000-8000-000000000001';

test.each([
  [whole, ' 12 ', 12],
  [whole, '+7', 7],
  [whole, 3.9, 3],
  [flag, 'Yes', true],
  [flag, 'off', false],
  [flag, 0, false],
  [flag, true, true],
  [uuid, UUID, UUID.toLowerCase()],
  [list(text()), 'a,, b', ['a', '', ' b']],
  [list(whole), [1, '2'], [1, 2]],
  [oneOf(['asc', 'desc']), 'asc', 'asc'],
])('%# reads %j', (reader, raw, value) => {
  expect(reader.read(raw)).toEqual({ value });
});

test.each([
  [whole, '', 'type'],
  [whole, '1_0', 'type'],
  [whole, '1.5', 'type'],
  [whole, {}, 'type'],
  [flag, '2', 'type'],
  [flag, '', 'type'],
  [flag, {}, 'type'],
  [uuid, 'x', 'type'],
  [dateTime, 5, 'type'],
  [list(text()), '', 'type'],
  [text(), 'a\u0000b', 'type'],
])('%# refuses %j with one object', (reader, raw, constraint) => {
  expect(reader.read(raw)).toMatchObject({ faults: { constraint_id: constraint } });
});

test.each([
  [whole, '-1', { constraint_id: 'range', constraint: { min: 0 } }],
  [whole, '99999999999999999999', { constraint_id: 'range' }],
  [oneOf(['asc', 'desc']), 'up', { constraint_id: 'enum', constraint: { choices: ['asc', 'desc'] } }],
  [text({ form: /^_?[0-9]+_?$/ }), 'abc', { constraint_id: 'regex', constraint: '^_?[0-9]+_?$' }],
  [text({ shortest: 1, longest: 3 }), '', { constraint_id: 'length', constraint: { min: 1, max: 3 } }],
])('%# refuses %j with a list', (reader, raw, fault) => {
  expect(reader.read(raw)).toMatchObject({ faults: [fault] });
});

test('the parts of a list that are wrong are named by their position', () => {
  expect(list(whole).read('1,x,-2')).toMatchObject({ faults: { 1: { constraint_id: 'type' }, 2: { constraint_id: 'range' } } });
});
