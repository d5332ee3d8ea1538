import { cdrFacts } from './cdr-facts.js';
import type { CallLog, Recording } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { destinationDetails } from './destination-details.js';
import { isoTime, isoTimeOrNull } from './iso-time.js';

/** A call log as the API shows it: keys in the contract's order, absent values null. */
export type CdrItem = ReturnType<typeof cdrItem>;

/** Shows a call log. */
export function cdrItem(call: CallLog) {
  const { source, requested, destination, answeredAt } = call;
  const facts = cdrFacts(call);
  return {
    id: call.id ?? 0,
    tenant_uuid: call.tenantUuid,
    start: isoTime(call.startedAt),
    end: isoTime(call.endedAt),
    answered: answeredAt !== null,
    answer: isoTimeOrNull(answeredAt),
    duration: facts.durationSeconds,
    call_direction: call.direction,
    call_status: facts.status,
    conversation_id: call.conversationId,
    destination_details: destinationDetails(destination),
    destination_extension: destination.number,
    destination_internal_context: destination.internalContext,
    destination_internal_extension: destination.internalNumber,
    destination_line_id: facts.destinationLineId,
    destination_name: destination.name,
    destination_user_uuid: facts.destinationUserUuid,
    requested_name: requested.name,
    requested_context: requested.context,
    requested_extension: requested.number,
    requested_internal_context: requested.internalContext,
    requested_internal_extension: requested.internalNumber,
    requested_user_uuid: facts.requestedUserUuid,
    source_extension: source.number,
    source_internal_context: source.internalContext,
    source_internal_name: call.sourceInternalName,
    source_internal_extension: source.internalNumber,
    source_line_id: facts.sourceLineId,
    source_name: source.name,
    source_user_uuid: facts.sourceUserUuids[0] ?? null,
    tags: [...new Set(call.tags.map(({ tag }) => tag))].sort(),
    recordings: [...call.recordings]
      .sort((one, other) => one.startedAt - other.startedAt)
      .map((recording) => recordingItem(call.id ?? 0, recording)),
  };
}

function recordingItem(callLogId: number, { uuid, startedAt, endedAt, path }: Recording) {
  const start = formatInstant(startedAt).slice(0, '2026-01-05T10:00:03'.length).replaceAll(':', '_');
  return {
    uuid,
    start_time: isoTime(startedAt),
    end_time: isoTime(endedAt),
    deleted: path === null,
    filename: `${start}UTC-${callLogId}-${uuid ?? ''}.wav`,
  };
}
