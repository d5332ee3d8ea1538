import type { Recording } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import { destinationDetails } from './destination-details.js';
import { isoTime, isoTimeOrNull } from './iso-time.js';
import type { ListedCall } from './listed-call.js';

/** A call log as the API shows it: keys in the contract's order, absent values null. */
export type CdrItem = ReturnType<typeof cdrItem>;

/** Shows a call log. */
export function cdrItem(call: ListedCall) {
  const { source, requested, destination, answeredAt } = call;
  return {
    id: call.id,
    tenant_uuid: call.tenantUuid,
    start: isoTime(call.startedAt),
    end: isoTime(call.endedAt),
    answered: answeredAt !== null,
    answer: isoTimeOrNull(answeredAt),
    duration: call.durationSeconds,
    call_direction: call.direction,
    call_status: call.status,
    conversation_id: call.conversationId,
    destination_details: destinationDetails(destination),
    destination_extension: destination.number,
    destination_internal_context: destination.internalContext,
    destination_internal_extension: destination.internalNumber,
    destination_line_id: call.destinationLineId,
    destination_name: destination.name,
    destination_user_uuid: call.destinationUserUuid,
    requested_name: requested.name,
    requested_context: requested.context,
    requested_extension: requested.number,
    requested_internal_context: requested.internalContext,
    requested_internal_extension: requested.internalNumber,
    requested_user_uuid: call.requestedUserUuid,
    source_extension: source.number,
    source_internal_context: source.internalContext,
    source_internal_name: call.sourceInternalName,
    source_internal_extension: source.internalNumber,
    source_line_id: call.sourceLineId,
    source_name: source.name,
    source_user_uuid: call.sourceUserUuid,
    tags: call.tags,
    recordings: call.recordings.map((recording) => recordingItem(call.id, recording)),
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
