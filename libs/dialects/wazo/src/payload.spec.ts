import type { Cel } from '@callstitch/domain';
import { labelled, payloadOf, positionalPayload, uuidIn } from './payload.js';

const cel = (extra: string): Cel => ({ extra }) as Cel;
const wrapped = (text: string): Cel => cel(JSON.stringify({ extra: text }));
const pairs = (text: string): [string, string][] => [...labelled(text)];

test('pairs of label and value, in any order, with and without blanks', () => {
  expect(pairs('type: user,uuid:  5e50 ,name: Bob')).toEqual([
    ['type', 'user'],
    ['uuid', '5e50'],
    ['name', 'Bob'],
  ]);
  expect(pairs('NUM: 1002 , CONTEXT:internal')).toEqual([
    ['NUM', '1002'],
    ['CONTEXT', 'internal'],
  ]);
});

test('values may hold commas and colons', () => {
  expect(pairs('type: meeting,name: Meeting A,B')).toEqual([
    ['type', 'meeting'],
    ['name', 'Meeting A,B'],
  ]);
  expect(pairs('name: Meeting: AB')).toEqual([['name', 'Meeting: AB']]);
});

test('of a label that comes twice the last counts', () => expect(pairs('id: 1,id: 2')).toEqual([['id', '2']]));

test('a text without labels has no pairs', () => {
  expect(pairs('')).toEqual([]);
  expect(pairs('just words, and more words')).toEqual([]);
});

test('an empty value is a value', () => {
  expect(pairs('source_user_uuid: ,destination_user_uuid: 5e50')).toEqual([
    ['source_user_uuid', ''],
    ['destination_user_uuid', '5e50'],
  ]);
});

test.each(['', '{', 'null', '[]', '"text"', '{"extra":null}', '{"extra":7}', '{"other":"x"}'])('%j is no payload', (extra) => {
  expect(payloadOf(cel(extra))).toBe('');
});

test('a payload with escapes is decoded', () => expect(payloadOf(wrapped('NAME: "É"\\, é'))).toBe('NAME: "É"\\, é'));

const LABELS = ['tenant', 'source_name', 'destination_name'];

test('labels count before places, and names are percent-decoded', () => {
  const payload = positionalPayload(wrapped('destination_name: Bob%2C%20Jr,tenant: 7a7a,source_name: A+B'), LABELS);
  expect([...payload]).toEqual([
    ['destination_name', 'Bob, Jr'],
    ['tenant', '7a7a'],
    ['source_name', 'A+B'],
  ]);
});

test('unknown labels are read by their places', () => {
  const payload = positionalPayload(wrapped('a: 7a7a, b: Alice,c: Bob'), LABELS);
  expect([...payload]).toEqual([
    ['tenant', '7a7a'],
    ['source_name', 'Alice'],
    ['destination_name', 'Bob'],
  ]);
});

test('a name that is not encoded, or wrongly, stays as it is', () => {
  expect(positionalPayload(wrapped('source_name: 100% Alice'), LABELS).get('source_name')).toBe('100% Alice');
});

test('only a uuid is one', () => {
  expect(uuidIn(' 7A7A0001-0000-4000-8000-000000000001 ')).toBe('7a7a0001-0000-4000-8000-000000000001');
  for (const text of ['', 'None', null, undefined, '7a7a0001']) expect(uuidIn(text)).toBeNull();
});
