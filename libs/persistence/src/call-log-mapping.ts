import { cdrFacts, userUuidsOf } from '@callstitch/application';
import type { CallDestination, CallLog, Linkedid, Recording } from '@callstitch/domain';
import type { CallLogRecord, RecordingRecord } from './call-log-columns.js';
import { CALL_LOG_COLUMNS, RECORDING_COLUMNS } from './call-log-columns.js';
import type { CopyInRow } from './copy/copy-in.js';
import type { CopyValue } from './copy/copy-text.js';
import { uuidOf } from './uuid-of.js';

/** A call log that has its place in the database. */
export type StoredCallLog = CallLog & { readonly id: number };

/** What a row has beside its call log. */
export interface CallLogPlace {
  /** The source of CELs that the conversation's id belongs to. */
  readonly source: string;
  /** Whose the calls without a tenant are. */
  readonly defaultTenantUuid: string;
  /** How many recordings a call log has beside its own: rows that stay until their file is removed. */
  readonly furtherRecordings?: (callLogId: number) => number;
}

/** The row of a call log; its recordings have rows of their own, see `recordingRecords`. */
export function callLogRecord(call: StoredCallLog, { source, defaultTenantUuid, furtherRecordings }: CallLogPlace): CallLogRecord {
  const facts = cdrFacts(call);
  return {
    tenant_uuid: uuidOf(call.tenantUuid ?? defaultTenantUuid),
    started_at: call.startedAt,
    id: call.id,
    version: call.version,
    conversation_source: source,
    conversation_id: call.conversationId,
    linkedids: call.linkedids,
    answered_at: call.answeredAt,
    ended_at: call.endedAt,
    direction: call.direction,
    status: call.status,
    closed_by: call.closedBy,
    ring_seconds: call.ringSeconds,
    talk_seconds: call.talkSeconds,
    source_name: call.source.name,
    source_number: call.source.number,
    requested_number: call.requested.number ?? '',
    destination_kind: call.destination.kind,
    destination_name: call.destination.name ?? '',
    destination_number: call.destination.number ?? '',
    answered_by_number: call.answeredBy?.number ?? null,
    hangup_cause: call.hangup.cause,
    source: call.source,
    requested: call.requested,
    destination: call.destination,
    answered_by: call.answeredBy,
    participants: call.participants,
    hangup: call.hangup,
    transfers: call.transfers,
    journey: call.journey,
    source_internal_name: call.sourceInternalName,
    user_field: call.userField,
    reached_voicemail: call.reachedVoicemail,
    tags: [...new Set(call.tags.map(({ tag }) => tag))],
    tag_details: call.tags,
    participant_user_uuids: [...new Set(userUuidsOf(call).map(uuidOf))],
    search: searchText(call),
    wazo_status: facts.status,
    duration_seconds: facts.durationSeconds,
    recording_count: call.recordings.length + (furtherRecordings?.(call.id) ?? 0),
    source_user_uuids: facts.sourceUserUuids.map(uuidOf),
    source_line_id: facts.sourceLineId,
    destination_user_uuid: facts.destinationUserUuid === null ? null : uuidOf(facts.destinationUserUuid),
    destination_line_id: facts.destinationLineId,
    requested_user_uuid: facts.requestedUserUuid === null ? null : uuidOf(facts.requestedUserUuid),
  };
}

/** The rows of a call log's recordings; one that the stream gives no uuid always gets the same made-up one. */
export function recordingRecords(call: StoredCallLog, { source, defaultTenantUuid }: CallLogPlace): readonly RecordingRecord[] {
  return call.recordings.map(({ uuid, startedAt, endedAt, path }, index) => ({
    tenant_uuid: uuidOf(call.tenantUuid ?? defaultTenantUuid),
    started_at: call.startedAt,
    uuid: uuidOf(uuid ?? JSON.stringify([source, call.conversationId, startedAt, path, index])),
    call_log_id: call.id,
    recording_started_at: startedAt,
    recording_ended_at: endedAt,
    path,
    deleted_at: null,
  }));
}

/** The row of a call log as `copyIn` takes it, in the order of `CALL_LOG_COLUMNS`. */
export function callLogRow(call: StoredCallLog, place: CallLogPlace): CopyInRow {
  const record = callLogRecord(call, place);
  return CALL_LOG_COLUMNS.map(([column]) => record[column] as CopyValue | null);
}

/** The rows of a call log's recordings as `copyIn` takes them. */
export function recordingRows(call: StoredCallLog, place: CallLogPlace): readonly CopyInRow[] {
  return recordingRecords(call, place).map(recordingRow);
}

/** The row of a recording as `copyIn` takes it, in the order of `RECORDING_COLUMNS`. */
export function recordingRow(record: RecordingRecord): CopyInRow {
  return RECORDING_COLUMNS.map(([column]) => record[column]);
}

/** The call log of a row and the rows of its recordings. */
export function callLogOf(record: CallLogRecord, recordings: readonly RecordingRecord[]): StoredCallLog {
  return {
    id: record.id,
    version: record.version,
    conversationId: record.conversation_id as Linkedid,
    linkedids: record.linkedids as readonly Linkedid[],
    tenantUuid: record.tenant_uuid,
    direction: record.direction,
    status: record.status,
    closedBy: record.closed_by,
    startedAt: record.started_at,
    answeredAt: record.answered_at,
    endedAt: record.ended_at,
    ringSeconds: record.ring_seconds,
    talkSeconds: record.talk_seconds,
    source: record.source,
    requested: record.requested,
    destination: record.destination,
    answeredBy: record.answered_by,
    participants: record.participants,
    tags: record.tag_details,
    recordings: recordings.map(recordingOf).sort((one, other) => one.startedAt - other.startedAt),
    hangup: record.hangup,
    transfers: record.transfers,
    journey: record.journey,
    sourceInternalName: record.source_internal_name,
    userField: record.user_field,
    reachedVoicemail: record.reached_voicemail,
  };
}

/** The recording of a row. */
export function recordingOf({ uuid, recording_started_at, recording_ended_at, path }: RecordingRecord): Recording {
  return { uuid, startedAt: recording_started_at, endedAt: recording_ended_at, path };
}

/** What stands between the names and numbers of source and destination, which Wazo searches, and those of all others. */
const SHOWN_END = '\f';

/** Names and numbers in lower case, each once and on a line of its own; each line has an end, which a search can name. */
function searchText({ source, requested, destination, participants }: CallLog): string {
  const shown = textsOf([source, destination]);
  const others = textsOf([requested, ...participants]).filter((text) => !shown.includes(text));
  return others.length === 0 ? lines(shown) : `${lines(shown)}${SHOWN_END}${lines(others)}`;
}

function textsOf(parties: readonly Pick<CallDestination, 'name' | 'number'>[]): readonly string[] {
  const texts = parties.flatMap(({ name, number }) => [name ?? '', number ?? '']).filter((text) => text !== '');
  return [...new Set(texts.map((text) => text.toLowerCase().replaceAll(SHOWN_END, ' ')))];
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
