import type { CallLog, Instant, Participant } from '@callstitch/domain';
import { cdrFacts } from './cdr-facts.js';

const ANYBODY: Participant = {
  role: 'destination',
  userUuid: null,
  lineId: null,
  name: '',
  number: '',
  answered: false,
  requested: false,
  tags: [],
};

const SECOND = 1_000_000;

function factsOf(changed: Partial<CallLog>) {
  const call = { status: 'missed', answeredAt: null, endedAt: 10 * SECOND, reachedVoicemail: false, participants: [], ...changed };
  return cdrFacts(call as unknown as CallLog);
}

const facts = (...participants: Partial<Participant>[]) => factsOf({ participants: participants.map((one) => ({ ...ANYBODY, ...one })) });

const at = (seconds: number) => (seconds * SECOND) as Instant;

test.each<readonly [Partial<CallLog>, string]>([
  [{ status: 'blocked', answeredAt: at(1), reachedVoicemail: true }, 'blocked'],
  [{ status: 'missed', answeredAt: at(1), reachedVoicemail: true }, 'answered'],
  [{ status: 'busy', reachedVoicemail: true }, 'voicemail'],
  [{ status: 'failed' }, 'unknown'],
])('%j is %s to Wazo', (changed, status) => {
  expect(factsOf(changed).status).toBe(status);
});

test('the duration is in whole seconds from the answer to the end, and never below zero', () => {
  expect(factsOf({}).durationSeconds).toBeNull();
  expect(factsOf({ answeredAt: at(7.1) }).durationSeconds).toBe(2);
  expect(factsOf({ answeredAt: at(11) }).durationSeconds).toBe(0);
});

test('the final destination is who answered, and when nobody did the greatest uuid', () => {
  const a = { userUuid: 'a', lineId: 1 };
  const b = { userUuid: 'B', lineId: 2 };
  const c = { userUuid: 'c', lineId: 3 };
  expect(facts(a, c, b)).toMatchObject({ destinationUserUuid: 'c', destinationLineId: 3 });
  expect(facts(a, { ...b, answered: true }, c)).toMatchObject({ destinationUserUuid: 'B', destinationLineId: 2 });
  expect(facts({ ...a, answered: true }, { ...b, answered: true })).toMatchObject({ destinationUserUuid: 'B' });
  expect(facts({ ...c, role: 'source' })).toMatchObject({ destinationUserUuid: null, destinationLineId: null });
});

test('the first source is shown and all of them are known', () => {
  const sources = [
    { role: 'source', userUuid: null, lineId: 9 },
    { role: 'source', userUuid: 'a', lineId: 1 },
    { role: 'source', userUuid: 'b', lineId: 2 },
    { role: 'source', userUuid: 'a', lineId: 3 },
  ] as const;
  expect(facts(...sources)).toMatchObject({ sourceUserUuids: ['a', 'b'], sourceLineId: 1 });
});

test('the requested user is the first participant that was dialled', () => {
  const dialled = { requested: true } as const;
  expect(facts({ userUuid: 'a' }, dialled, { userUuid: 'b', ...dialled }, { userUuid: 'c', ...dialled }).requestedUserUuid).toBe('b');
  expect(facts({ userUuid: 'a' }).requestedUserUuid).toBeNull();
});
