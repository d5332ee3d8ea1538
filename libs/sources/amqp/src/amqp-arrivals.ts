import type { CelArrivals, HearArrival, Lifetime } from '@callstitch/application';
import { Endings } from '@callstitch/application';
import { connect } from 'amqp-connection-manager';
import type { Channel, ConsumeMessage } from 'amqplib';
import { amqpPlace } from './amqp-place.js';
import { readCelMessage } from './cel-message.js';

export interface AmqpArrivalsOptions {
  /** `amqp://user:password@host:5672/vhost`; never shown. */
  readonly url: string;
  /** Of type headers; made as Wazo makes it when it is not there. */
  readonly exchange: string;
  /** Durable, and ours alone: messages wait in it while the service is down. Several nodes share it. */
  readonly queue: string;
}

const NAME = 'amqp';

/** Messages that may be unacknowledged at once: enough for all calls that end while a batch is written. */
const PREFETCH = 1_000;
const RECONNECT_SECONDS = 2;
const HEARTBEAT_SECONDS = 15;
const TIMEOUT_MS = 15_000;
const MS_PER_SECOND = 1_000;

/**
 * What the event `CEL` tells on Wazo's bus, of rows that are in the table already. A message is acknowledged when the call
 * logs are written, and delivered again otherwise.
 */
export function amqpArrivals({ url, exchange, queue }: AmqpArrivalsOptions): CelArrivals {
  const place = amqpPlace(url);
  return {
    name: NAME,
    async listen(hear, lifetime) {
      const endings = new Endings();
      const underway = new Set<Promise<void>>();
      const trouble = troubles(lifetime, place);
      let consuming: { readonly channel: Channel; readonly consumerTag: string } | null = null;
      const connection = connect([url], {
        heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
        reconnectTimeInSeconds: RECONNECT_SECONDS,
        connectionOptions: { timeout: TIMEOUT_MS },
      });
      // What is said of a failure names no credentials: of the argument only the error is looked at.
      connection.on('connectFailed', ({ err }) => trouble.failed(err)).on('disconnect', ({ err }) => trouble.failed(err));
      let latest: Channel | null = null;
      // The library opens no channel again on a connection that stays.
      const again = async (closed: Channel): Promise<void> => {
        await lifetime.pause(MS_PER_SECOND * RECONNECT_SECONDS);
        if (latest === closed && !lifetime.isStopped()) connection.reconnect();
      };
      const wrapper = connection.createChannel({
        async setup(channel: Channel) {
          latest = channel;
          channel.once('close', () => void again(channel));
          await channel.assertExchange(exchange, 'headers', { durable: true });
          await channel.assertQueue(queue, { durable: true });
          await channel.bindQueue(queue, exchange, '', { 'x-match': 'all', name: 'CEL' });
          await channel.prefetch(PREFETCH);
          const taken = (message: ConsumeMessage | null): void => {
            // The broker ends a consumer whose queue was deleted; the next channel makes it again.
            if (message === null) {
              trouble.failed(new Error(`the queue ${queue} was deleted`));
              void settled(() => channel.close());
            } else take(message, channel, { hear, endings, underway, onMalformed: trouble.malformed });
          };
          hear({ linkedids: null }).catch(() => undefined);
          const { consumerTag } = await channel.consume(queue, taken);
          consuming = { channel, consumerTag };
          trouble.over();
        },
      });
      wrapper.on('error', trouble.failed);
      await lifetime.stopped;
      const { channel, consumerTag } = (consuming as { readonly channel: Channel; readonly consumerTag: string } | null) ?? {};
      if (channel !== undefined && consumerTag !== undefined) await settled(() => channel.cancel(consumerTag));
      await Promise.all(underway);
      await settled(() => wrapper.close());
      await settled(() => connection.close());
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
  // A channel that is gone meanwhile: the broker delivers again by itself.
  const answer = (isDone: boolean): Promise<void> => settled(() => (isDone ? channel.ack(message) : channel.nack(message, false, true)));
  const cel = readCelMessage(message.content);
  if (cel === null) onMalformed();
  if (cel === null || !(message.fields.redelivered ? isEnd(cel.eventType) : endings.isWorthALook(cel.eventType))) {
    void answer(true);
    return;
  }
  const work = hear({ linkedids: [cel.linkedid] }).then(
    () => answer(true),
    () => answer(false),
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

/** Whatever comes of it. */
async function settled(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // Nothing waits for it.
  }
}
