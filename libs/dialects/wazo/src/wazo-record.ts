import type { CallLog, Direction } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';

/** A call log with the field names and value forms of wazo-call-logd. Instants are ISO 8601 UTC with six fractional digits. */
export interface WazoRecord {
  readonly date: string;
  readonly date_answer: string | null;
  readonly date_end: string;
  readonly tenant_uuid: string | null;
  readonly source_name: string;
  readonly source_exten: string;
  readonly source_internal_name: string | null;
  readonly source_internal_exten: string | null;
  readonly source_internal_context: string | null;
  readonly source_line_identity: string | null;
  readonly requested_name: string | null;
  readonly requested_exten: string | null;
  readonly requested_context: string | null;
  readonly requested_internal_exten: string | null;
  readonly requested_internal_context: string | null;
  readonly destination_name: string | null;
  readonly destination_exten: string | null;
  readonly destination_internal_exten: string | null;
  readonly destination_internal_context: string | null;
  readonly destination_line_identity: string | null;
  readonly blocked: boolean;
  readonly reached_voicemail: boolean;
  readonly direction: Direction;
  readonly user_field: string | null;
  readonly conversation_id: string;
  readonly destination_details: Readonly<Record<string, string>>;
  readonly participants: readonly {
    readonly user_uuid: string | null;
    readonly line_id: number | null;
    readonly role: 'source' | 'destination';
    readonly tags: readonly string[];
    readonly answered: boolean;
    readonly requested: boolean;
  }[];
  readonly recordings: readonly {
    readonly start: string;
    readonly end: string;
    readonly path: string | null;
    readonly uuid: string | null;
  }[];
}

/** The one mapping from a call log to wazo-call-logd's record; a call of another dialect is shown in the same form. */
export function wazoRecord(call: CallLog): WazoRecord {
  const { source, requested, destination } = call;
  return {
    date: formatInstant(call.startedAt),
    date_answer: call.answeredAt === null ? null : formatInstant(call.answeredAt),
    date_end: formatInstant(call.endedAt),
    tenant_uuid: call.tenantUuid,
    source_name: source.name,
    source_exten: source.number,
    source_internal_name: call.sourceInternalName,
    source_internal_exten: source.internalNumber,
    source_internal_context: source.internalContext,
    source_line_identity: source.line?.toLowerCase() ?? null,
    requested_name: requested.name,
    requested_exten: requested.number,
    requested_context: requested.context,
    requested_internal_exten: requested.internalNumber,
    requested_internal_context: requested.internalContext,
    destination_name: destination.name,
    destination_exten: destination.number,
    destination_internal_exten: destination.internalNumber,
    destination_internal_context: destination.internalContext,
    destination_line_identity: destination.line?.toLowerCase() ?? null,
    blocked: call.status === 'blocked',
    reached_voicemail: call.reachedVoicemail,
    direction: call.direction,
    user_field: call.userField,
    conversation_id: call.conversationId,
    destination_details: 'type' in destination.details ? destination.details : {},
    participants: call.participants
      .filter(({ userUuid }) => userUuid !== null)
      .map(({ userUuid, lineId, role, tags, answered, requested: wanted }) => ({
        user_uuid: userUuid,
        line_id: lineId,
        role,
        tags,
        answered,
        requested: wanted,
      })),
    recordings: call.recordings.map(({ startedAt, endedAt, path, uuid }) => ({
      start: formatInstant(startedAt),
      end: formatInstant(endedAt),
      path,
      uuid,
    })),
  };
}
