import type { Direction, Instant } from '@callstitch/domain';

/** What is announced, by the names of Wazo's bus; deletions, purges and updates of call logs have names of ours in their manner. */
export const ANNOUNCEMENT_NAMES = [
  'call_log_created',
  'call_log_updated',
  'call_log_deleted',
  'call_log_purged',
  'call_log_user_created',
  'call_log_user_updated',
  'call_logd_export_created',
  'call_logd_export_updated',
  'call_logd_retention_updated',
  'call_logd_voicemail_transcription_created',
  'call_logd_voicemail_transcription_deleted',
] as const;

export type AnnouncementName = (typeof ANNOUNCEMENT_NAMES)[number];

/** One event, told to the outside. */
export interface Announcement {
  /** Of the line of the feed that it tells. */
  readonly seq: string;
  readonly name: AnnouncementName;
  readonly tenantUuid: string;
  /** For whom alone it is; null when it is for all of the tenant. */
  readonly userUuid: string | null;
  /** When it happened. */
  readonly at: Instant;
  /** What it is about, such as `cdr 812`: announcements of one subject stay in order. */
  readonly subject: string;
  /** As the REST API shows it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Facts to choose by; null for what is no call log, or none any more. */
  readonly call: AnnouncedCall | null;
}

/** What announcements of a call log are chosen by. */
export interface AnnouncedCall {
  readonly direction: Direction | null;
  readonly tags: readonly string[];
  /** Users who took part in any way. */
  readonly userUuids: readonly string[];
}
