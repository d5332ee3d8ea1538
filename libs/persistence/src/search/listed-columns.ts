import type { CdrStatus, ListedCall } from '@callstitch/application';
import type { CallDestination, CallRequested, CallSource, Direction, Instant } from '@callstitch/domain';
import type { RecordingRecord } from '../call-log-columns.js';
import { recordingOf } from '../call-log-mapping.js';

/** The columns of `call_log` that a list shows; the others are most of a row. */
export const LISTED_COLUMNS = [
  ...['id', 'tenant_uuid', 'conversation_id', 'direction', 'wazo_status', 'started_at', 'answered_at', 'ended_at', 'duration_seconds'],
  ...['source', 'source_internal_name', 'source_user_uuids[1] as source_user_uuid', 'source_line_id'],
  ...['requested', 'requested_user_uuid', 'destination', 'destination_user_uuid', 'destination_line_id'],
  ...[`array_to_string(participant_user_uuids, ',') as user_uuids`, 'tags', 'recording_count'],
].join(', ');

/** A row of these columns. */
export interface ListedRecord {
  readonly id: number;
  readonly tenant_uuid: string;
  readonly conversation_id: string;
  readonly direction: Direction;
  readonly wazo_status: CdrStatus;
  readonly started_at: Instant;
  readonly answered_at: Instant | null;
  readonly ended_at: Instant;
  readonly duration_seconds: number | null;
  readonly source: CallSource;
  readonly source_internal_name: string | null;
  readonly source_user_uuid: string | null;
  readonly source_line_id: number | null;
  readonly requested: CallRequested;
  readonly requested_user_uuid: string | null;
  readonly destination: CallDestination;
  readonly destination_user_uuid: string | null;
  readonly destination_line_id: number | null;
  /** Between commas: as an array they would take long to read, and few lists show them. */
  readonly user_uuids: string;
  readonly tags: readonly string[];
  readonly recording_count: number;
}

/** What a list shows of a row and the rows of its recordings. */
export function listedOf(record: ListedRecord, recordings: readonly RecordingRecord[]): ListedCall {
  return {
    id: record.id,
    tenantUuid: record.tenant_uuid,
    conversationId: record.conversation_id,
    direction: record.direction,
    status: record.wazo_status,
    startedAt: record.started_at,
    answeredAt: record.answered_at,
    endedAt: record.ended_at,
    durationSeconds: record.duration_seconds,
    source: record.source,
    sourceInternalName: record.source_internal_name,
    sourceUserUuid: record.source_user_uuid,
    sourceLineId: record.source_line_id,
    requested: record.requested,
    requestedUserUuid: record.requested_user_uuid,
    destination: record.destination,
    destinationUserUuid: record.destination_user_uuid,
    destinationLineId: record.destination_line_id,
    userUuids: record.user_uuids === '' ? [] : record.user_uuids.split(','),
    tags: record.tags.toSorted(),
    recordings: recordings.map(recordingOf).sort((one, other) => one.startedAt - other.startedAt),
  };
}
