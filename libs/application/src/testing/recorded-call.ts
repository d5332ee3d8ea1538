import type { CallLog, JourneySegment, Linkedid, Participant, Recording } from '@callstitch/domain';
import { momentOf } from './a-call.js';

const NOBODY = { name: '', context: null, channel: null, internalNumber: null, internalContext: null, line: null, userUuid: null };
const [ALICE, BOB, CAROL] = [1, 2, 3].map((number) => `7a7a0001-0000-4000-8000-00000000000${number}`) as [string, string, string];

/** Who takes part in `recordedCall`: Alice calls, Bob answers and transfers to Carol, David's line only rang. */
export const RECORDED_USERS = { alice: ALICE, bob: BOB, carol: CAROL, david: '7a7a0001-0000-4000-8000-000000000004' } as const;
export const RECORDED_TENANT = '7e7e0001-0000-4000-8000-000000000001';
/** The uuids of its recordings: of Bob's part, of Carol's part, and one whose file was deleted. */
export const RECORDING_UUIDS = ['a', 'b', 'c'].map((letter) => `4ec04d00-0000-4000-8000-00000000000${letter}`) as [string, string, string];

const talk = (from: number, until: number, ...parties: string[]): JourneySegment => ({
  kind: 'talk',
  from: momentOf(from),
  until: momentOf(until),
  parties,
  endedBy: 'hangup',
});

const party = (userUuid: string | null, number: string, answered = true): Participant => ({
  role: number === '1001' ? 'source' : 'destination',
  userUuid,
  lineId: null,
  name: '',
  number,
  answered,
  requested: false,
  tags: [],
});

/** The path of a recording of `recordedCall`. */
export const recordedPath = (callLogId: number, letter: 'a' | 'b'): string => `/recordings/${callLogId}-${letter}.wav`;

/** A call of a hundred seconds: David's line rings in 0–10, Alice talks to Bob in 10–50 and to Carol in 50–100; each talk is recorded. */
export function recordedCall(id: number, changed: Partial<CallLog> = {}): CallLog & { readonly id: number; readonly tenantUuid: string } {
  const recording = (index: 0 | 1 | 2, from: number, until: number, path: string | null): Recording => ({
    // Each call has recordings of its own: the first digits are the call's.
    uuid: `${String(id).padStart(8, '0')}${RECORDING_UUIDS[index].slice(8)}`,
    startedAt: momentOf(from),
    endedAt: momentOf(until),
    path,
  });
  return {
    ...CALL,
    conversationId: `${id}.1` as Linkedid,
    linkedids: [`${id}.1` as Linkedid],
    tenantUuid: RECORDED_TENANT,
    recordings: [recording(0, 10, 50, recordedPath(id, 'a')), recording(1, 50, 100, recordedPath(id, 'b')), recording(2, 60, 70, null)],
    ...changed,
    id,
  } as CallLog & { readonly id: number; readonly tenantUuid: string };
}

const CALL: CallLog = {
  id: null,
  version: 1,
  conversationId: '1.1' as Linkedid,
  linkedids: ['1.1' as Linkedid],
  tenantUuid: null,
  direction: 'internal',
  status: 'answered',
  closedBy: 'end',
  startedAt: momentOf(0),
  answeredAt: momentOf(10),
  endedAt: momentOf(100),
  ringSeconds: 10,
  talkSeconds: 90,
  source: { ...NOBODY, number: '1001', userUuid: ALICE },
  requested: { name: '', number: '1002', context: null, internalNumber: null, internalContext: null, userUuid: null },
  destination: { ...NOBODY, number: '1003', userUuid: CAROL, kind: 'user', details: {} },
  answeredBy: { name: '', number: '1002', userUuid: BOB },
  participants: [party(ALICE, '1001'), party(BOB, '1002'), party(CAROL, '1003'), party(RECORDED_USERS.david, '1004', false)],
  tags: [],
  recordings: [],
  hangup: { cause: null, by: null },
  transfers: [],
  journey: [
    { kind: 'ring', from: momentOf(0), until: momentOf(10), parties: ['1002', '1004'], endedBy: 'answered' },
    talk(10, 50, '1001', '1002'),
    talk(50, 100, '1001', '1003'),
  ],
  sourceInternalName: null,
  userField: null,
  reachedVoicemail: false,
};
