import { hash } from 'node:crypto';
import type { CallDestination, CallEnd, CallLog } from '@callstitch/domain';

const BYTES = 16;

/**
 * 16 bytes that differ when anything of a call log but its id and version differs.
 *
 * The order of keys in its objects does not matter: every field is named here, in the one order that counts.
 */
export function callLogDigest(call: CallLog): Buffer {
  return hash('sha256', JSON.stringify(content(call)), 'buffer').subarray(0, BYTES);
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
    call.tags.map(({ tag, tagger }) => [tag, tagger]),
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
