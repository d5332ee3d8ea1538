import type {
  AnsweredBy,
  CallDestination,
  CallEnd,
  CallLog,
  CallRequested,
  CallSource,
  CallTag,
  Hangup,
  Participant,
  Recording,
  Transfer,
} from './call-log.js';
import type { JourneySegment } from './journey.js';
import { formatInstant } from './instant.js';

/** A call log as JSON shows it: instants are ISO 8601 UTC texts with six fractional digits, absent values are null. */
export type CallLogJson = Omit<
  CallLog,
  'startedAt' | 'answeredAt' | 'endedAt' | 'recordings' | 'transfers' | 'journey' | 'sourceInternalName' | 'userField' | 'reachedVoicemail'
> & {
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string;
  readonly recordings: readonly (Omit<Recording, 'startedAt' | 'endedAt'> & { readonly startedAt: string; readonly endedAt: string })[];
  readonly transfers: readonly (Omit<Transfer, 'at'> & { readonly at: string })[];
  readonly journey: readonly (Omit<JourneySegment, 'from' | 'until'> & { readonly from: string; readonly until: string })[];
};

/** The one mapping from a call log to its JSON; keys come out in the order of the contract, whatever order a database gave them. */
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
    source: sourceJson(call.source),
    requested: requestedJson(call.requested),
    destination: destinationJson(call.destination),
    answeredBy: call.answeredBy === null ? null : answeredByJson(call.answeredBy),
    participants: call.participants.map(participantJson),
    tags: call.tags.map(tagJson),
    recordings: call.recordings.map((recording) => ({
      uuid: recording.uuid,
      startedAt: formatInstant(recording.startedAt),
      endedAt: formatInstant(recording.endedAt),
      path: recording.path,
    })),
    hangup: hangupJson(call.hangup),
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

function sourceJson({ name, number, ...end }: CallSource): CallSource {
  return { name, number, ...endJson(end) };
}

function requestedJson({ name, number, context, internalNumber, internalContext, userUuid }: CallRequested): CallRequested {
  return { name, number, context, internalNumber, internalContext, userUuid };
}

function destinationJson({ kind, name, number, details, ...end }: CallDestination): CallDestination {
  return { kind, name, number, ...endJson(end), details };
}

function endJson({ context, channel, internalNumber, internalContext, line, userUuid }: CallEnd): CallEnd {
  return { context, channel, internalNumber, internalContext, line, userUuid };
}

function answeredByJson({ name, number, userUuid }: AnsweredBy): AnsweredBy {
  return { name, number, userUuid };
}

function participantJson({ role, userUuid, lineId, name, number, answered, requested, tags }: Participant): Participant {
  return { role, userUuid, lineId, name, number, answered, requested, tags };
}

function tagJson({ tag, tagger }: CallTag): CallTag {
  return { tag, tagger };
}

function hangupJson({ cause, by }: Hangup): Hangup {
  return { cause, by };
}
