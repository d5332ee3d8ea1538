import { amqpPlace } from '@callstitch/amqp';
import type { CelArrivals, HearArrival, Lifetime } from '@callstitch/application';
import { Endings } from '@callstitch/application';
import type { Channel, ConsumeMessage } from 'amqplib';
import { readCelMessage } from './cel-message.js';
import type { HearingQueue } from './consume-queue.js';
import { answer, consumeQueue } from './consume-queue.js';

export type AmqpArrivalsOptions = HearingQueue;

const NAME = 'amqp';

/** Enough for all calls that end while a batch is written. */
const PREFETCH = 1_000;

/**
 * What the event `CEL` tells on Wazo's bus, of rows that are in the table already. A message is acknowledged when the call
 * logs are written, and delivered again otherwise.
 */
export function amqpArrivals(options: AmqpArrivalsOptions): CelArrivals & { isConnected(): boolean } {
  const place = amqpPlace(options.url);
  let connected = false;
  return {
    name: NAME,
    isConnected: () => connected,
    async listen(hear, lifetime) {
      const endings = new Endings();
      const underway = new Set<Promise<void>>();
      const trouble = troubles(lifetime, place);
      const consumer = {
        events: ['CEL'],
        prefetch: PREFETCH,
        inOrder: false,
        onOpen: () => void hear({ linkedids: null }).catch(() => undefined),
        onMessage: (message: ConsumeMessage, channel: Channel) =>
          take(message, channel, { hear, endings, underway, onMalformed: trouble.malformed }),
        onConnected(isConnected: boolean) {
          connected = isConnected;
          if (isConnected) trouble.over();
        },
        onFailed: trouble.failed,
        underway: () => Promise.all(underway),
      };
      await consumeQueue(options, consumer, lifetime);
    },
  };
}

interface Taking {
  readonly hear: HearArrival;
  readonly endings: Endings;
  readonly underway: Set<Promise<void>>;
  readonly onMalformed: () => void;
}

function take(message: ConsumeMessage, channel: Channel, { hear, endings, underway, onMalformed }: Taking): void {
  const cel = readCelMessage(message.content);
  if (cel === null) onMalformed();
  if (cel === null || !(message.fields.redelivered ? isEnd(cel.eventType) : endings.isWorthALook(cel.eventType))) {
    void answer(message, channel, true);
    return;
  }
  const work = hear({ linkedids: [cel.linkedid] }).then(
    () => answer(message, channel, true),
    () => answer(message, channel, false),
  );
  underway.add(work);
  void work.finally(() => underway.delete(work));
}

/** What is delivered again was worth a look before. */
function isEnd(eventType: string): boolean {
  return eventType === 'LINKEDID_END' || eventType === 'CHAN_END';
}

/** Says the first failure in a row, and of messages that say nothing the 1st, 10th, 100th … */
function troubles({ isStopped, onTrouble }: Lifetime, place: string) {
  let failures = 0;
  let malformed = 0;
  return {
    failed: (error: Error): void => {
      if (!isStopped() && failures++ === 0)
        onTrouble({ name: NAME, message: `The AMQP broker at ${place} tells nothing: ${error.message}` });
    },
    over: (): void => void (failures = 0),
    malformed: (): void => {
      malformed++;
      if (!/^10*$/.test(String(malformed))) return;
      const count = malformed === 1 ? 'A message says' : `${malformed} messages so far say`;
      onTrouble({ name: NAME, message: `${count} nothing of a CEL (EventName and LinkedID in data); skipped.` });
    },
  };
}
