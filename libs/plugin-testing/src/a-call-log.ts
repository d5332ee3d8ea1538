import type { Linkedid } from '@callstitch/domain';
import type { CallLog } from '@callstitch/plugin-api';

/** What may differ from the ordinary call; the ends and what was dialled may be given in part. */
export type ChangedCallLog = Partial<Omit<CallLog, 'source' | 'requested' | 'destination' | 'conversationId' | 'linkedids'>> & {
  readonly source?: Partial<CallLog['source']>;
  readonly requested?: Partial<CallLog['requested']>;
  readonly destination?: Partial<CallLog['destination']>;
  readonly conversationId?: string;
  readonly linkedids?: readonly string[];
};

const SECOND_MS = 1_000;
const ORDINARY_START = new Date('2026-01-05T09:00:00Z');
const RING_SECONDS = 5;
const ORDINARY_SECONDS = 60;

const nowhere = { context: null, channel: null, internalNumber: null, internalContext: null, line: null, userUuid: null };

/**
 * A call for tests: Alice (1001) talks to Bob (1002) on a Monday morning, unless said otherwise. Its times and seconds follow
 * whichever of `startedAt`, `answeredAt` and `endedAt` are given.
 */
export function aCallLog(changed: ChangedCallLog = {}): CallLog {
  const { startedAt, answeredAt, endedAt } = timesOf(changed);
  const answered = answeredAt !== null;
  const source = { ...nowhere, name: 'Alice', number: '1001', ...changed.source };
  const destination = { ...nowhere, kind: 'user' as const, name: 'Bob', number: '1002', details: {}, ...changed.destination };
  return {
    id: null,
    version: 1,
    tenantUuid: null,
    direction: 'internal',
    status: answered ? 'answered' : 'missed',
    closedBy: 'end',
    ringSeconds: secondsBetween(startedAt, answeredAt ?? endedAt),
    talkSeconds: answered ? secondsBetween(answeredAt, endedAt) : 0,
    answeredBy: answered ? { name: destination.name ?? '', number: destination.number ?? '', userUuid: destination.userUuid } : null,
    participants: [
      participant({ role: 'source', name: source.name, number: source.number, answered: true }),
      participant({ role: 'destination', name: destination.name ?? '', number: destination.number ?? '', answered, requested: true }),
    ],
    tags: [],
    recordings: [],
    hangup: { cause: 16, by: 'source' },
    transfers: [],
    journey: [],
    sourceInternalName: null,
    userField: null,
    reachedVoicemail: false,
    ...changed,
    conversationId: (changed.conversationId ?? '1767603600.1') as Linkedid,
    linkedids: (changed.linkedids ?? ['1767603600.1']) as readonly Linkedid[],
    source,
    destination,
    requested: {
      name: null,
      number: destination.number,
      context: null,
      internalNumber: null,
      internalContext: null,
      userUuid: null,
      ...changed.requested,
    },
    startedAt,
    answeredAt,
    endedAt,
  };
}

/** Somebody in a call for tests. */
export function participant(changed: Partial<CallLog['participants'][number]>): CallLog['participants'][number] {
  return { role: 'source', userUuid: null, lineId: null, name: '', number: '', answered: false, requested: false, tags: [], ...changed };
}

function timesOf({ startedAt, answeredAt, endedAt }: ChangedCallLog): Pick<CallLog, 'startedAt' | 'answeredAt' | 'endedAt'> {
  const begin =
    startedAt ?? (answeredAt && after(answeredAt, -RING_SECONDS)) ?? (endedAt ? after(endedAt, -ORDINARY_SECONDS) : ORDINARY_START);
  const end = endedAt ?? after(answeredAt ?? begin, ORDINARY_SECONDS);
  const ring = Math.min(RING_SECONDS, secondsBetween(begin, end));
  return { startedAt: begin, answeredAt: answeredAt === undefined ? after(begin, ring) : answeredAt, endedAt: end };
}

function after(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * SECOND_MS);
}

function secondsBetween(from: Date, until: Date): number {
  return (until.getTime() - from.getTime()) / SECOND_MS;
}
