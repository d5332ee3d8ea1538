import { AnnouncementOutboxRow } from './announcement-outbox.row.js';
import { AnnouncementPositionRow } from './announcement-position.row.js';
import { CallLogChangeRow } from './call-log-change.row.js';
import { CallLogRow } from './call-log.row.js';
import { CelClaimRow } from './cel-claim.row.js';
import { CelProgressRow } from './cel-progress.row.js';
import { CelRow } from './cel.row.js';
import { ConversationLinkedidRow } from './conversation-linkedid.row.js';
import { ConversationRow } from './conversation.row.js';
import { GenerateRunRow } from './generate-run.row.js';
import { JobLeaseRow } from './job-lease.row.js';
import { JobRunRow } from './job-run.row.js';
import { PurgeRunRow } from './purge-run.row.js';
import { PurgedCallLogRow } from './purged-call-log.row.js';
import { RecordingAccessRow } from './recording-access.row.js';
import { RecordingExportItemRow } from './recording-export-item.row.js';
import { RecordingExportRow } from './recording-export.row.js';
import { RecordingRow } from './recording.row.js';
import { TenantRetentionRow } from './tenant-retention.row.js';
import { TenantRow } from './tenant.row.js';
import { TokenRow } from './token.row.js';
import { WebhookDeliveryRow } from './webhook-delivery.row.js';
import { VoicemailTranscriptionRow } from './voicemail-transcription.row.js';

/** The tables that are ours in any database. */
export const OUR_ROWS = [
  CelProgressRow,
  CelClaimRow,
  ConversationRow,
  ConversationLinkedidRow,
  CallLogRow,
  RecordingRow,
  RecordingAccessRow,
  RecordingExportRow,
  RecordingExportItemRow,
  CallLogChangeRow,
  AnnouncementOutboxRow,
  AnnouncementPositionRow,
  WebhookDeliveryRow,
  GenerateRunRow,
  JobLeaseRow,
  JobRunRow,
  PurgeRunRow,
  PurgedCallLogRow,
  TenantRetentionRow,
  TenantRow,
  TokenRow,
  VoicemailTranscriptionRow,
] as const;

/** Ours and Asterisk's. */
export const ALL_ROWS = [...OUR_ROWS, CelRow] as const;
