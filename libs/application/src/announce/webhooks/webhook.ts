import type { Direction } from '@callstitch/domain';
import type { Announcement, AnnouncementName } from '../announcement.js';

/** Who is told by HTTP, and of what; null does not restrict. */
export interface Webhook {
  /** Its position and its deliveries are remembered by it. */
  readonly name: string;
  /** null for all that is for a tenant; what is for one user alone must be asked for by name. */
  readonly events: readonly AnnouncementName[] | null;
  readonly tenantUuids: readonly string[] | null;
  readonly directions: readonly Direction[] | null;
  /** One of them. */
  readonly tags: readonly string[] | null;
  /** One of these users took part. */
  readonly userUuids: readonly string[] | null;
}

/** Whether a webhook is told. Of a call log that is gone nothing is known but its id and tenant: its deletion is told to all. */
export function isFor({ events, tenantUuids, directions, tags, userUuids }: Webhook, announcement: Announcement): boolean {
  const { name, tenantUuid, userUuid, call } = announcement;
  if (events === null ? userUuid !== null : !events.includes(name)) return false;
  if (tenantUuids !== null && !tenantUuids.includes(tenantUuid)) return false;
  if (userUuid !== null && userUuids !== null && !userUuids.includes(userUuid)) return false;
  if (call === null) return true;
  if (directions !== null && (call.direction === null || !directions.includes(call.direction))) return false;
  if (tags !== null && !tags.some((tag) => call.tags.includes(tag))) return false;
  return userUuids === null || userUuids.some((one) => call.userUuids.includes(one));
}
