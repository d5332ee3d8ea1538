import type { CallLog, Recording, Transfer } from './call-log.js';
import type { JourneySegment } from './journey.js';
import { formatInstant } from './instant.js';

/** A call log as JSON shows it: instants are ISO 8601 UTC texts with six fractional digits, absent values are null. */
export type CallLogJson = Omit<CallLog, 'startedAt' | 'answeredAt' | 'endedAt' | 'recordings' | 'transfers' | 'journey'> & {
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string;
  readonly recordings: readonly (Omit<Recording, 'startedAt' | 'endedAt'> & { readonly startedAt: string; readonly endedAt: string })[];
  readonly transfers: readonly (Omit<Transfer, 'at'> & { readonly at: string })[];
  readonly journey: readonly (Omit<JourneySegment, 'from' | 'until'> & { readonly from: string; readonly until: string })[];
};

/** The one mapping from a call log to its JSON; keys come out in the order of the contract. */
export function callLogJson(call: CallLog): CallLogJson {
  return {
    id: call.id,
    version: call.version,
    conversationId: call.conversationId,
    linkedids: call.linkedids,
    tenantUuid: call.tenantUuid,
    direction: call.direction,
    status: call.status,
    closedBy: call.closedBy,
    startedAt: formatInstant(call.startedAt),
    answeredAt: call.answeredAt === null ? null : formatInstant(call.answeredAt),
    endedAt: formatInstant(call.endedAt),
    ringSeconds: call.ringSeconds,
    talkSeconds: call.talkSeconds,
    source: call.source,
    requested: call.requested,
    destination: call.destination,
    answeredBy: call.answeredBy,
    participants: call.participants,
    tags: call.tags,
    recordings: call.recordings.map((recording) => ({
      uuid: recording.uuid,
      startedAt: formatInstant(recording.startedAt),
      endedAt: formatInstant(recording.endedAt),
      path: recording.path,
    })),
    hangup: call.hangup,
    transfers: call.transfers.map(({ kind, by, to, at }) => ({ kind, by, to, at: formatInstant(at) })),
    journey: call.journey.map(({ kind, from, until, parties, endedBy }) => ({
      kind,
      from: formatInstant(from),
      until: formatInstant(until),
      parties,
      endedBy,
    })),
  };
}
