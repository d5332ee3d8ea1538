import { formatInstant } from '@callstitch/domain';
import type { Announcement } from '../announcement.js';

/** One announcement on its way to one webhook. */
export interface Delivery {
  /** The same each time that it is sent: by it a receiver knows what it has already. */
  readonly id: string;
  readonly event: string;
  /** JSON. */
  readonly body: string;
}

/** Sends deliveries of one webhook. */
export interface DeliverySender {
  /** null when the receiver took it, or else why not, in few words. */
  send(delivery: Delivery): Promise<string | null>;
}

/** How a delivery is known. */
export function deliveryId({ seq, name, userUuid }: Pick<Announcement, 'seq' | 'name' | 'userUuid'>): string {
  return userUuid === null ? `${seq}.${name}` : `${seq}.${name}.${userUuid}`;
}

/** What is sent of an announcement. */
export function deliveryOf(announcement: Announcement): Delivery {
  const { seq, name, tenantUuid, userUuid, at, data } = announcement;
  const id = deliveryId(announcement);
  const body = { delivery: id, event: name, seq, at: formatInstant(at), tenant_uuid: tenantUuid, user_uuid: userUuid, data };
  return { id, event: name, body: JSON.stringify(body) };
}
