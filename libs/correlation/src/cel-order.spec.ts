import type { Cel } from '@callstitch/domain';
import { celTable } from '@callstitch/domain/testing';
import { inOrderAndOnce } from './cel-order.js';

const [ROW] = celTable(`
  eventtype | eventtime           | userdeftype | cid_name | cid_num | exten | context | channame | appname | appdata | uniqueid | linkedid | peer | extra
  ANSWER    | 2026-01-05 09:00:00 | u           | Alice    | 1001    | 1002  | office  | a-1      | Dial    | a       | a        | a        | p    | {}
`) as readonly [Cel];

/** So many different rows of one instant. */
function crowd(size: number): Cel[] {
  return Array.from({ length: size }, (_, index) => ({ ...ROW, id: index + 1, appData: `step ${index}` }));
}

test('rows that stand in order are handed on as they are', () => {
  const cels = crowd(3);
  expect(inOrderAndOnce(cels)).toBe(cels);
});

test('no input is reordered in place', () => {
  const cels = crowd(3).toReversed();
  expect(inOrderAndOnce(cels).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(cels.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test.each([1, 2, 6, 7, 40])('of %d rows at one instant that were written twice, each is told once', (size) => {
  const cels = crowd(size);
  const again = cels.map((cel) => ({ ...cel, id: cel.id + size }));
  expect(inOrderAndOnce([...cels, ...again])).toEqual(cels);
  expect(inOrderAndOnce([...again.toReversed(), ...cels])).toEqual(cels);
});

test('the same happening at two instants is two happenings', () => {
  const later = { ...ROW, id: 2, eventTime: (ROW.eventTime + 1) as typeof ROW.eventTime };
  expect(inOrderAndOnce([ROW, later])).toEqual([ROW, later]);
});

test('a row written three times is told once, and what stands between stays', () => {
  const other = { ...ROW, id: 2, eventType: 'HANGUP' };
  expect(inOrderAndOnce([ROW, other, { ...ROW, id: 3 }, { ...ROW, id: 4 }])).toEqual([ROW, other]);
});

test.each([
  'uniqueid',
  'eventType',
  'channelName',
  'linkedid',
  'appName',
  'appData',
  'exten',
  'context',
  'extra',
  'userDefType',
  'cidNum',
  'cidName',
  'peer',
] as const)('two rows of one instant that differ in %s say different things', (field) => {
  const other = { ...ROW, id: 99, [field]: 'other' } as Cel;
  expect(inOrderAndOnce([ROW, other])).toEqual([ROW, other]);
  const many = [ROW, ...crowd(20).map((cel) => ({ ...cel, id: cel.id + 1 })), other];
  expect(inOrderAndOnce(many)).toEqual(many);
});
