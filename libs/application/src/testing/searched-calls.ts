import type { CallDestination, CallLog, CallRequested, CallSource, Instant, Linkedid, Participant } from '@callstitch/domain';

const DAY = 86_400_000_000;
const START = Date.UTC(2026, 8, 10) * 1_000;
const COUNT = 48;

/** Two tenants, of whom the first has most calls. */
export const SEARCHED_TENANTS = ['7e7e0001-0000-4000-8000-000000000001', '7e7e0001-0000-4000-8000-000000000002'] as const;

/** Users of the calls, in no order. */
export const SEARCHED_USERS = [
  '7a7a0001-0000-4000-8000-00000000000b',
  '7a7a0001-0000-4000-8000-00000000000a',
  '7a7a0001-0000-4000-8000-0000000000ff',
] as const;

/** An own way of numbers that look mixed and are always the same. */
const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;

const recordingUuid = (id: number, index: number): string =>
  `4ec04d00-0000-4000-8000-${String(id).padStart(6, '0')}${String(index).padStart(6, '0')}`;

/** The file name of a call's first recording, as Wazo's API gives it. */
export const fileNameOf = (id: number): string => `2026-01-05T10_00_03UTC-${id}-${recordingUuid(id, 0)}.wav`;

/** Calls of three months, ids from 1, some of one instant, with every value that a search asks for and many that are missing. */
export function searchedCalls(): readonly (CallLog & { readonly id: number })[] {
  return Array.from({ length: COUNT }, (_none, index) => aSearchedCall(index + 1));
}

function aSearchedCall(id: number): CallLog & { readonly id: number } {
  // The ids are not in the order of time, and four calls share each instant.
  const startedAt = (START + ((Math.floor(id / 4) * 7) % 13) * 5 * DAY) as Instant;
  const answeredAt = id % 3 === 0 ? null : ((startedAt + 1_500_000 * (id % 5)) as Instant);
  return {
    id,
    version: 1,
    conversationId: `1767600000.${id}` as Linkedid,
    linkedids: [`1767600000.${id}` as Linkedid],
    tenantUuid: id % 4 === 1 ? SEARCHED_TENANTS[1] : SEARCHED_TENANTS[0],
    direction: pick(['internal', 'inbound', 'outbound'], id >> 1),
    status: pick(['answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked', 'answered'], id),
    closedBy: 'end',
    startedAt,
    answeredAt,
    endedAt: (startedAt + 10_000_000 + (id % 6) * 900_000) as Instant,
    ringSeconds: 1,
    talkSeconds: 1,
    source: sourceOf(id),
    requested: requestedOf(id),
    destination: destinationOf(id),
    answeredBy: null,
    participants: participantsOf(id),
    tags: pick([[], ['sales'], ['sales', 'night'], ['vip']], id >> 2).map((tag) => ({ tag, tagger: 'test' })),
    recordings: Array.from({ length: id % 5 === 0 ? id % 3 : 0 }, (_none, index) => ({
      uuid: recordingUuid(id, index),
      startedAt: (startedAt + index) as Instant,
      endedAt: (startedAt + 9) as Instant,
      path: '/r.wav',
    })),
    hangup: { cause: pick([16, 17, null], id), by: null },
    transfers: [],
    journey: [],
    sourceInternalName: pick([null, 'anna', 'zoe'], id),
    userField: null,
    reachedVoicemail: id % 6 === 0,
  };
}

function end(id: number): Omit<CallSource, 'name' | 'number'> {
  const internalNumber = pick([null, '1001', '1002', '1003'], id >> 1);
  return { context: 'office', channel: null, internalNumber, internalContext: pick(['office', null], id), line: null, userUuid: null };
}

function sourceOf(id: number): CallSource {
  return { ...end(id), name: pick(['Anna 50%', '', 'Zoé_B', 'bob'], id), number: pick(['1001', '+14385550010', '10010', '*98'], id >> 2) };
}

function requestedOf(id: number): CallRequested {
  const { internalNumber, internalContext } = end(id + 2);
  const number = pick(['2000', '1002', null], id);
  return {
    name: pick([null, '', 'desk'], id),
    number,
    context: pick([null, 'office'], id),
    internalNumber,
    internalContext,
    userUuid: null,
  };
}

function destinationOf(id: number): CallDestination {
  return {
    ...end(id + 4),
    kind: pick(['user', 'queue', 'voicemail', 'unknown'], id),
    name: pick([null, 'carol', 'ÉMILE'], id),
    number: pick([null, '1002', '5145550101'], id >> 1),
    details: pick<Readonly<Record<string, string>>>([{}, { type: 'user', user_name: 'x' }, { type: 'group' }, { type: 'odd' }], id),
  };
}

function participantsOf(id: number): readonly Participant[] {
  const one = { name: '', number: '', requested: false, tags: [] };
  const users = [null, ...SEARCHED_USERS];
  return [
    { ...one, role: 'source', userUuid: pick(users, id), lineId: 10 + (id % 7), answered: true },
    { ...one, role: 'destination', userUuid: pick(users, id >> 1), lineId: id % 9, answered: id % 4 === 0, requested: id % 3 === 0 },
    { ...one, role: 'destination', userUuid: pick(users, id >> 2), lineId: null, answered: id % 8 === 0, requested: id % 5 === 0 },
  ];
}
