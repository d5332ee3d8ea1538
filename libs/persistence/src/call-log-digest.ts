import { hash } from 'node:crypto';
import type { CallDestination, CallEnd, CallLog, CallTag } from '@callstitch/domain';

const CONTENT_BYTES = 16;
const TAGS_BYTES = 8;

/** How many bytes of a digest stand for everything but the tags; those that follow stand for the tags. */
export const BYTES_BEFORE_TAGS = CONTENT_BYTES;

/**
 * 24 bytes that differ when anything of a call log but its id and version differs. The tags have bytes of their own, so
 * that they can be changed without knowing the call log as it was told.
 *
 * The order of keys in its objects does not matter: every field is named here, in the one order that counts.
 */
export function callLogDigest(call: CallLog): Buffer {
  return Buffer.concat([hash('sha256', JSON.stringify(content(call)), 'buffer').subarray(0, CONTENT_BYTES), tagsDigest(call.tags)]);
}

/** The bytes of the tags; their order means nothing. */
export function tagsDigest(tags: readonly CallTag[]): Buffer {
  const sorted = tags.map(({ tag, tagger }) => JSON.stringify([tagger, tag])).sort();
  return hash('sha256', sorted.join('\n'), 'buffer').subarray(0, TAGS_BYTES);
}

function content(call: CallLog): unknown {
  const { requested, answeredBy, hangup } = call;
  return [
    call.conversationId,
    call.linkedids,
    call.tenantUuid,
    call.direction,
    call.status,
    call.closedBy,
    call.startedAt,
    call.answeredAt,
    call.endedAt,
    call.ringSeconds,
    call.talkSeconds,
    party(call.source),
    [requested.name, requested.number, requested.context, requested.internalNumber, requested.internalContext, requested.userUuid],
    destination(call.destination),
    answeredBy === null ? null : [answeredBy.name, answeredBy.number, answeredBy.userUuid],
    call.participants.map((one) => [one.role, one.userUuid, one.lineId, one.name, one.number, one.answered, one.requested, one.tags]),
    call.recordings.map(({ uuid, startedAt, endedAt, path }) => [uuid, startedAt, endedAt, path]),
    [hangup.cause, hangup.by],
    call.transfers.map(({ kind, by, to, at }) => [kind, by, to, at]),
    call.journey.map(({ kind, from, until, parties, endedBy }) => [kind, from, until, parties, endedBy]),
    call.sourceInternalName,
    call.userField,
    call.reachedVoicemail,
  ];
}

function destination({ kind, details, ...rest }: CallDestination): unknown {
  const sorted = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  return [kind, sorted, party(rest)];
}

type Party = CallEnd & Pick<CallDestination, 'name' | 'number'>;

function party({ name, number, context, channel, internalNumber, internalContext, line, userUuid }: Party): unknown {
  return [name, number, context, channel, internalNumber, internalContext, line, userUuid];
}
