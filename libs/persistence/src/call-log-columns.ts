import type {
  AnsweredBy,
  CallDestination,
  CallRequested,
  CallSource,
  CallStatus,
  CallTag,
  ClosedBy,
  DestinationKind,
  Direction,
  Hangup,
  Instant,
  JourneySegment,
  Participant,
  Transfer,
} from '@callstitch/domain';
import type { CdrStatus } from '@callstitch/application';
import type { CopyType } from './copy/copy-text.js';

/** A row of `call_log` as our connections read and write it. Instants inside of JSON are numbers of microseconds. */
export interface CallLogRecord {
  readonly tenant_uuid: string;
  readonly started_at: Instant;
  readonly id: number;
  readonly version: number;
  readonly conversation_source: string;
  readonly conversation_id: string;
  readonly linkedids: readonly string[];
  readonly answered_at: Instant | null;
  readonly ended_at: Instant;
  readonly direction: Direction;
  readonly status: CallStatus;
  readonly closed_by: ClosedBy;
  readonly ring_seconds: number;
  readonly talk_seconds: number;
  readonly source_name: string;
  readonly source_number: string;
  readonly requested_number: string;
  readonly destination_kind: DestinationKind;
  readonly destination_name: string;
  readonly destination_number: string;
  readonly answered_by_number: string | null;
  readonly hangup_cause: number | null;
  readonly source: CallSource;
  readonly requested: CallRequested;
  readonly destination: CallDestination;
  readonly answered_by: AnsweredBy | null;
  readonly participants: readonly Participant[];
  readonly hangup: Hangup;
  readonly transfers: readonly Transfer[];
  readonly journey: readonly JourneySegment[];
  readonly source_internal_name: string | null;
  readonly user_field: string | null;
  readonly reached_voicemail: boolean;
  /** The words only; who put them there is in `tag_details`. */
  readonly tags: readonly string[];
  readonly tag_details: readonly CallTag[];
  readonly participant_user_uuids: readonly string[];
  readonly search: string;
  readonly wazo_status: CdrStatus;
  readonly duration_seconds: number | null;
  /** How many rows of `recording` it has. */
  readonly recording_count: number;
  readonly source_user_uuids: readonly string[];
  readonly source_line_id: number | null;
  readonly destination_user_uuid: string | null;
  readonly destination_line_id: number | null;
  readonly requested_user_uuid: string | null;
}

/** A row of `recording`. */
export interface RecordingRecord {
  readonly tenant_uuid: string;
  /** Start of the call. */
  readonly started_at: Instant;
  readonly uuid: string;
  readonly call_log_id: number;
  readonly recording_started_at: Instant;
  readonly recording_ended_at: Instant;
  readonly path: string | null;
  readonly deleted_at: Instant | null;
}

/** How the columns of `call_log` are written by COPY, in the order of `callLogRow`. */
export const CALL_LOG_COLUMNS: readonly (readonly [keyof CallLogRecord, CopyType])[] = [
  ['tenant_uuid', 'plain'],
  ['started_at', 'timestamptz'],
  ['id', 'plain'],
  ['version', 'plain'],
  ['conversation_source', 'text'],
  ['conversation_id', 'text'],
  ['linkedids', 'text[]'],
  ['answered_at', 'timestamptz'],
  ['ended_at', 'timestamptz'],
  ['direction', 'plain'],
  ['status', 'plain'],
  ['closed_by', 'plain'],
  ['ring_seconds', 'plain'],
  ['talk_seconds', 'plain'],
  ['source_name', 'text'],
  ['source_number', 'text'],
  ['requested_number', 'text'],
  ['destination_kind', 'plain'],
  ['destination_name', 'text'],
  ['destination_number', 'text'],
  ['answered_by_number', 'text'],
  ['hangup_cause', 'plain'],
  ['source', 'jsonb'],
  ['requested', 'jsonb'],
  ['destination', 'jsonb'],
  ['answered_by', 'jsonb'],
  ['participants', 'jsonb'],
  ['hangup', 'jsonb'],
  ['transfers', 'jsonb'],
  ['journey', 'jsonb'],
  ['source_internal_name', 'text'],
  ['user_field', 'text'],
  ['reached_voicemail', 'plain'],
  ['tags', 'text[]'],
  ['tag_details', 'jsonb'],
  ['participant_user_uuids', 'text[]'],
  ['search', 'text'],
  ['wazo_status', 'plain'],
  ['duration_seconds', 'plain'],
  ['recording_count', 'plain'],
  ['source_user_uuids', 'text[]'],
  ['source_line_id', 'plain'],
  ['destination_user_uuid', 'plain'],
  ['destination_line_id', 'plain'],
  ['requested_user_uuid', 'plain'],
];

/** How the columns of `recording` are written by COPY, in the order of `recordingRows`. */
export const RECORDING_COLUMNS: readonly (readonly [keyof RecordingRecord, CopyType])[] = [
  ['tenant_uuid', 'plain'],
  ['started_at', 'timestamptz'],
  ['uuid', 'plain'],
  ['call_log_id', 'plain'],
  ['recording_started_at', 'timestamptz'],
  ['recording_ended_at', 'timestamptz'],
  ['path', 'text'],
  ['deleted_at', 'timestamptz'],
];
