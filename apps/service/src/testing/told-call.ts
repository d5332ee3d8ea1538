import type { ArchivedCall } from '@callstitch/application';
import type { CallLog, Instant, Linkedid, Participant } from '@callstitch/domain';
import { instant, secondsAfter } from '@callstitch/domain';

export const ACME = '7e7e0001-0000-4000-8000-000000000001';
export const BETA = '7e7e0001-0000-4000-8000-000000000002';
export const ALICE = '7a7a0001-0000-4000-8000-000000000001';
export const BOB = '7a7a0001-0000-4000-8000-000000000002';
export const CAROL = '7a7a0001-0000-4000-8000-000000000003';

/** Monday morning. */
export const MORNING = instant(Date.UTC(2026, 0, 5, 10) * 1_000);

/** An instant so many seconds after Monday morning. */
export const after = (seconds: number): Instant => secondsAfter(MORNING, seconds);

const NOBODY = { context: null, channel: null, internalNumber: null, internalContext: null, line: null, userUuid: null };

/** A participant who is a user. */
export function user(role: Participant['role'], userUuid: string, changed: Partial<Participant> = {}): Participant {
  return { role, userUuid, lineId: null, name: '', number: '', answered: false, requested: false, tags: [], ...changed };
}

/** A call from 1001 to 1002 that nobody answered, ten seconds long, unless it is said otherwise. */
export function toldCall(id: number, changed: Partial<CallLog> = {}): CallLog & { readonly id: number; readonly tenantUuid: string } {
  const startedAt = changed.startedAt ?? after(id * 60);
  return {
    version: 1,
    conversationId: `${id}.1` as Linkedid,
    linkedids: [`${id}.1` as Linkedid],
    direction: 'internal',
    status: changed.answeredAt ? 'answered' : 'missed',
    closedBy: 'end',
    startedAt,
    answeredAt: null,
    endedAt: secondsAfter(startedAt, 10),
    ringSeconds: 10,
    talkSeconds: 0,
    source: { ...NOBODY, name: 'Alice', number: '1001' },
    requested: { name: null, number: '1002', context: 'default', internalNumber: '1002', internalContext: 'default', userUuid: null },
    destination: { ...NOBODY, kind: 'user', name: 'Bob', number: '1002', details: {} },
    answeredBy: null,
    participants: [],
    tags: [],
    recordings: [],
    hangup: { cause: 16, by: 'source' },
    transfers: [],
    journey: [],
    sourceInternalName: null,
    userField: null,
    reachedVoicemail: false,
    ...changed,
    id,
    tenantUuid: changed.tenantUuid ?? ACME,
  };
}

/** A call with what an archive keeps beside it. */
export function archived(callLog: CallLog & { readonly id: number; readonly tenantUuid: string }): ArchivedCall {
  const { id, endedAt } = callLog;
  return {
    callLog,
    deletedMedia: [],
    conversation: {
      source: 'default',
      teller: 'test',
      digest: null,
      celCount: 4,
      firstCelId: id * 10,
      lastCelId: id * 10 + 3,
      lastEventAt: endedAt,
    },
  };
}
