import { consumeBus } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { wantedUrl } from '../live/open-sources.js';
import { beginWait } from '../begin-wait.js';
import type { Tenants } from '../tenants/tenants.js';
import type { Transcriptions } from '../transcriptions.js';
import type { Bus, BusHandle } from './bus.js';

export interface BusParts {
  readonly transcriptions: Transcriptions;
  readonly tenants: Pick<Tenants, 'remove'>;
  readonly now: () => Instant;
}

/** A bus that can be started, and all that was started stopped. */
export function assembleBus({ transcriptions, tenants, now }: BusParts): Bus & { stop(): Promise<void> } {
  const started = new Set<BusHandle>();
  const work = {
    storeTranscription: (said: Parameters<Transcriptions['store']>[0]) => transcriptions.store(said),
    deleteTranscription: (messageId: string) => transcriptions.delete(messageId),
    removeTenant: (tenantUuid: string) => tenants.remove(tenantUuid, { trigger: 'bus' }),
  };
  return {
    async open(settings) {
      if (settings === null) return null;
      const { amqpEvents } = await import('@callstitch/source-amqp');
      // A queue of its own: what waits in that of the CELs must not hold these up.
      return amqpEvents({ url: wantedUrl(settings), exchange: settings.exchange, queue: `${settings.queue}.events` });
    },
    start(events, onTrouble) {
      const running = consumeBus({ events, work, now, beginWait, onTrouble });
      started.add(running);
      return running;
    },
    async stop() {
      await Promise.all([...started].map((running) => running.stop()));
      started.clear();
    },
  };
}
