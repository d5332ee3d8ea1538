import type { CallLog } from '@callstitch/domain';
import { momentOf } from '../testing/a-call.js';
import { RECORDED_USERS, recordedCall } from '../testing/recorded-call.js';
import { heardWhile, tookPart } from './heard-while.js';

const { alice, bob, carol, david } = RECORDED_USERS;
const STRANGER = '7a7a0001-0000-4000-8000-000000000009';
const during = (from: number, until: number) => ({ startedAt: momentOf(from), endedAt: momentOf(until) });
const hears = (userUuid: string, from: number, until: number, changed: Partial<CallLog> = {}): boolean =>
  heardWhile(recordedCall(1, changed), during(from, until), (name) => name === userUuid);

test.each([
  ['a caller hears all parts', alice, 10, 100, true],
  ['who answered hears the part before the transfer', bob, 10, 50, true],
  ['and not what was said after it, to the microsecond', bob, 50, 100, false],
  ['who took over hears only from then on', carol, 10, 50, false],
  ['a recording that ran over both parts is heard by both', carol, 10, 100, true],
  ['whose line only rang hears nothing', david, 0, 100, false],
  ['ringing is no talk', bob, 0, 10, false],
  ['a recording of one instant is heard by who talked then', bob, 20, 20, true],
  ['also at the very beginning of the talk', bob, 10, 10, true],
  ['and not at its end', bob, 50, 50, false],
  ['a stranger hears nothing', STRANGER, 0, 100, false],
])('%s', (_name, userUuid, from, until, heard) => {
  expect(hears(userUuid, from, until)).toBe(heard);
});

const hold = { kind: 'hold', from: momentOf(10), until: momentOf(50), parties: ['1002'], endedBy: 'resumed' } as const;

test('a person on hold hears music and not the talk', () => {
  expect(hears(bob, 20, 30, { journey: [hold] })).toBe(false);
});

test.each([
  ['who answered, while the call was answered', bob, 10, 20, true],
  ['not before the answer', bob, 0, 10, false],
  ['not whose line only rang', david, 10, 20, false],
])('a journey that does not know the number leaves it to the answer: %s', (_name, userUuid, from, until, heard) => {
  expect(hears(userUuid, from, until, { journey: [] })).toBe(heard);
});

test('nobody takes part through an end without a user', () => {
  expect([alice, bob, carol, david, STRANGER].map((user) => tookPart(recordedCall(1), (name) => name === user))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(tookPart(recordedCall(1, { participants: [], answeredBy: null }), (name) => name === bob)).toBe(false);
});
