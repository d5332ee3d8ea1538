import type { Transcription } from '../transcriptions/transcription-book.js';
import type { TenantRemoved } from '../tenants/remove-tenant.js';
import type { BusOrder } from './bus-order.js';

/** Who does what a bus wants done. */
export interface BusWork {
  /** Null when the message is another tenant's. */
  storeTranscription(said: Omit<Transcription, 'createdAt'>): Promise<Transcription | null>;
  deleteTranscription(messageId: string): Promise<unknown>;
  removeTenant(tenantUuid: string): Promise<Pick<TenantRemoved, 'failed'>>;
}

/** Does what an event wants done. Resolves to a sentence when something of it was not done and never will be by itself; null when all is well. */
export async function obeyBus(order: BusOrder, work: BusWork): Promise<string | null> {
  switch (order.kind) {
    case 'store-transcription': {
      const { messageId, tenantUuid } = order.said;
      if ((await work.storeTranscription(order.said)) !== null) return null;
      return `The transcription of message ${messageId} for tenant ${tenantUuid} is refused: the message is another tenant's.`;
    }
    case 'delete-transcription':
      await work.deleteTranscription(order.messageId);
      return null;
    case 'remove-tenant': {
      const { failed } = await work.removeTenant(order.tenantUuid);
      if (failed === 0) return null;
      return `Of tenant ${order.tenantUuid} ${failed} files could not be removed; those of recordings are tried again by each purge.`;
    }
  }
}
