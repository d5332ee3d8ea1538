import type { Announcement, AnnouncementName } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { localTime } from './local-time.js';

/** A message as it goes to an exchange. */
export interface AmqpMessage {
  readonly routingKey: string;
  readonly headers: Readonly<Record<string, string | boolean>>;
  /** JSON: the headers, and `data`. */
  readonly content: Buffer;
}

/** Of Wazo's bus; null for what it has no event for. User uuids have no characters that a routing key would want escaped. */
const ROUTING_KEYS: Readonly<Record<AnnouncementName, ((userUuid: string) => string) | null>> = {
  call_log_created: () => 'call_log.created',
  call_log_updated: () => 'call_log.updated',
  call_log_deleted: null,
  call_log_purged: null,
  call_log_user_created: (userUuid) => `call_log.user.${userUuid}.created`,
  call_log_user_updated: (userUuid) => `call_log.user.${userUuid}.updated`,
  call_logd_export_created: () => 'call_logd.export.created',
  call_logd_export_updated: () => 'call_logd.export.updated',
  call_logd_retention_updated: () => 'call_logd.retention.updated',
  call_logd_voicemail_transcription_created: () => 'call_logd.voicemail_transcription.created',
  call_logd_voicemail_transcription_deleted: () => 'call_logd.voicemail_transcription.deleted',
};

/** What an announcement is on the bus; null when the bus does not hear of it. */
export function amqpMessage(
  { name, tenantUuid, userUuid, data }: Announcement,
  { originUuid, at }: { readonly originUuid: string | null; readonly at: Instant },
): AmqpMessage | null {
  const routingKey = ROUTING_KEYS[name]?.(userUuid ?? '');
  if (routingKey === undefined) return null;
  const headers = {
    name,
    tenant_uuid: tenantUuid,
    [`user_uuid:${userUuid ?? '*'}`]: true,
    required_access: `event.${name}`,
    required_acl: `events.${routingKey}`,
    ...(originUuid === null ? {} : { origin_uuid: originUuid }),
    timestamp: localTime(at),
  };
  return { routingKey, headers, content: Buffer.from(JSON.stringify({ ...headers, data })) };
}
