import { defineEntity, p } from '@mikro-orm/core';
import { InstantType } from './column-types.js';

const CallLogRowSchema = defineEntity({
  name: 'CallLogRow',
  tableName: 'call_log',
  properties: {
    tenantUuid: p.uuid().primary(),
    startedAt: p.type(InstantType).primary(),
    id: p.bigint('number').primary(),
    version: p.integer(),
    conversationSource: p.text(),
    conversationId: p.text(),
    linkedids: p.array(),
    answeredAt: p.type(InstantType).nullable(),
    endedAt: p.type(InstantType),
    direction: p.enum(['internal', 'inbound', 'outbound']),
    status: p.enum(['answered', 'missed', 'busy', 'failed', 'voicemail', 'blocked']),
    closedBy: p.enum(['end', 'channels', 'silence']),
    ringSeconds: p.double(),
    talkSeconds: p.double(),
    sourceName: p.text(),
    sourceNumber: p.text(),
    requestedNumber: p.text(),
    destinationKind: p.text(),
    destinationName: p.text(),
    destinationNumber: p.text(),
    answeredByNumber: p.text().nullable(),
    hangupCause: p.integer().nullable(),
    source: p.json<unknown>(),
    requested: p.json<unknown>(),
    destination: p.json<unknown>(),
    answeredBy: p.json<unknown>().nullable(),
    participants: p.json<unknown>(),
    hangup: p.json<unknown>(),
    transfers: p.json<unknown>(),
    journey: p.json<unknown>(),
    sourceInternalName: p.text().nullable(),
    userField: p.text().nullable(),
    reachedVoicemail: p.boolean().defaultRaw('false'),
    tags: p.array().defaultRaw("'{}'"),
    tagDetails: p.json<unknown>().defaultRaw("'[]'"),
    participantUserUuids: p.array().columnType('uuid[]').defaultRaw("'{}'"),
    /** Names and numbers in lower case, one a line, for trigram search. */
    search: p.text(),
    wazoStatus: p.enum(['answered', 'blocked', 'voicemail', 'unknown']),
    durationSeconds: p.integer().nullable(),
    recordingCount: p.integer().defaultRaw('0'),
    sourceUserUuids: p.array().columnType('uuid[]').defaultRaw("'{}'"),
    sourceLineId: p.integer().nullable(),
    /** Who was reached in the end, as Wazo sees it. */
    destinationUserUuid: p.uuid().nullable(),
    destinationLineId: p.integer().nullable(),
    requestedUserUuid: p.uuid().nullable(),
  },
  indexes: [
    { name: 'call_log_by_id', properties: ['id'] },
    by('call_log_by_start', '(started_at desc, id desc) include (tenant_uuid, wazo_status)'),
    by('call_log_shown', `(tenant_uuid, started_at desc, id desc) include (wazo_status) where wazo_status <> 'blocked'`),
    by('call_log_voicemail', `(tenant_uuid, started_at desc, id desc) where wazo_status = 'voicemail'`),
    by('call_log_recorded', '(tenant_uuid, started_at desc, id desc) where recording_count > 0'),
    by('call_log_by_duration', '(tenant_uuid, duration_seconds nulls first, id)'),
    by('call_log_by_hangup_cause', '(tenant_uuid, hangup_cause, started_at desc, id desc) where hangup_cause <> 16'),
    by('call_log_by_conversation', '(conversation_id)'),
    by(
      'call_log_by_requested_internal',
      `(tenant_uuid, (requested ->> 'internalNumber'), started_at desc) where requested ->> 'internalNumber' is not null`,
    ),
    by('call_log_by_direction', '(tenant_uuid, direction, started_at desc, id desc) include (wazo_status)'),
    by('call_log_by_status', '(tenant_uuid, status, started_at desc, id desc)'),
    by('call_log_by_source_number', '(tenant_uuid, source_number text_pattern_ops, started_at desc)'),
    by('call_log_by_requested_number', '(tenant_uuid, requested_number text_pattern_ops, started_at desc)'),
    by('call_log_by_destination_number', '(tenant_uuid, destination_number text_pattern_ops, started_at desc)'),
    by('call_log_by_destination_kind', '(tenant_uuid, destination_kind, started_at desc, id desc) include (wazo_status)'),
    by('call_log_by_talk_seconds', '(tenant_uuid, talk_seconds)'),
    { name: 'call_log_by_tag', properties: ['tags'], type: 'gin' },
    { name: 'call_log_by_user', properties: ['participantUserUuids'], type: 'gin' },
    by('call_log_by_text', 'using gin (search gin_trgm_ops)'),
  ],
});

/** An index that the ORM cannot spell: it compares only the name, the drift test the whole definition. */
function by(name: string, definition: string): { name: string; expression: string } {
  return { name, expression: `create index ${name} on call_log ${definition}` };
}

/** One call log, wide: what is listed and filtered by has its own column, the rest is JSON. */
export class CallLogRow extends CallLogRowSchema.class {}
CallLogRowSchema.setClass(CallLogRow);
