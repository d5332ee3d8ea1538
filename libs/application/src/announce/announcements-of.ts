import type { RecordingExport } from '../exports/recording-export.js';
import { exportFileName } from '../exports/recording-export.js';
import { cdrItem } from '../read/cdr-item.js';
import { isoTime } from '../read/iso-time.js';
import type { ListedCall } from '../read/listed-call.js';
import type { TenantRetention } from '../retention/tenant-retention.js';
import { transcriptionItem } from '../transcriptions/transcription-item.js';
import type { Announcement } from './announcement.js';
import type { ExportState, FeedLine } from './announcement-feed.js';

/** What is known when a line is told. */
export interface Telling {
  /** Call logs as they stand now, by id. */
  readonly callLogs: ReadonlyMap<number, ListedCall>;
  /** The numbers of days of a tenant without any of its own. */
  readonly forEverybody: Omit<TenantRetention, 'tenantUuid'>;
}

/**
 * What a line of the feed says to the outside: for a call log one announcement for its tenant and one for each user who took part.
 *
 * A call log is told as it stands now; of one that is gone meanwhile only its deletion is told, which comes later in the feed.
 */
export function announcementsOf(line: FeedLine, { callLogs, forEverybody }: Telling): readonly Announcement[] {
  const { seq, at, tenantUuid } = line;
  const base = { seq, at, tenantUuid, userUuid: null, call: null };
  if (line.of === 'export') {
    const name = `call_logd_export_${line.kind}` as const;
    return [{ ...base, name, subject: `export ${line.state.uuid}`, data: exportItem(line.state) }];
  }
  if (line.of === 'retention') {
    const data = retentionItem(line.retention, forEverybody);
    return [{ ...base, name: 'call_logd_retention_updated', subject: `retention ${tenantUuid}`, data }];
  }
  if (line.of === 'transcription') {
    const { kind, transcription } = line;
    const name = `call_logd_voicemail_transcription_${kind}` as const;
    return [{ ...base, name, subject: `transcription ${transcription.messageId}`, data: transcriptionItem(transcription) }];
  }
  const { kind, callLogId } = line;
  const subject = `cdr ${callLogId}`;
  if (kind === 'deleted' || kind === 'purged') return [{ ...base, name: `call_log_${kind}`, subject, data: goneItem(line) }];
  const callLog = callLogs.get(callLogId);
  return callLog === undefined ? [] : ofCallLog({ ...base, subject }, kind, callLog);
}

function ofCallLog(base: Omit<Announcement, 'name' | 'data'>, kind: 'created' | 'updated', call: ListedCall): readonly Announcement[] {
  const item = cdrItem(call);
  const { tags, ...withoutTags } = item;
  const { direction, userUuids } = call;
  const about = { direction, tags, userUuids };
  return [
    { ...base, name: `call_log_${kind}`, data: item, call: about },
    // The reference tells a user who took part twice twice; once is enough.
    ...userUuids.map((userUuid): Announcement => ({ ...base, name: `call_log_user_${kind}`, userUuid, data: withoutTags, call: about })),
  ];
}

/** What is left to say of a call log that is gone. */
function goneItem({ callLogId, tenantUuid, conversationId, version, mergedInto }: FeedLine & { readonly of: 'call-log' }) {
  return { id: callLogId, tenant_uuid: tenantUuid, conversation_id: conversationId, version, merged_into: mergedInto };
}

/** An export as the API shows it, in a state of its past. */
function exportItem(state: ExportState) {
  const { uuid, tenantUuid, userUuid, requestedAt, status } = state;
  const filename = exportFileName({ uuid, requestedAt } satisfies Pick<RecordingExport, 'uuid' | 'requestedAt'>);
  return { uuid, tenant_uuid: tenantUuid, user_uuid: userUuid, requested_at: isoTime(requestedAt), filename, status };
}

function retentionItem(own: TenantRetention, everybody: Omit<TenantRetention, 'tenantUuid'>) {
  return {
    tenant_uuid: own.tenantUuid,
    cdr_days: own.callLogDays,
    export_days: own.exportDays,
    recording_days: own.recordingDays,
    default_cdr_days: everybody.callLogDays,
    default_export_days: everybody.exportDays,
    default_recording_days: everybody.recordingDays,
  };
}
