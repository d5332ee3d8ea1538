import { RECONNECT_SECONDS, connectBroker } from '@callstitch/amqp';
import type { Lifetime } from '@callstitch/application';
import type { Channel, ConsumeMessage } from 'amqplib';

/** A queue that hears some events of an exchange. */
export interface HearingQueue {
  /** `amqp://user:password@host:5672/vhost`; never shown. */
  readonly url: string;
  /** Of type headers; made as Wazo makes it when it is not there. */
  readonly exchange: string;
  /** Durable, and ours alone: messages wait in it while the service is down. Several nodes share it. */
  readonly queue: string;
}

export interface QueueConsumer {
  /** Names of events. */
  readonly events: readonly string[];
  /** Messages that may be unacknowledged at once. */
  readonly prefetch: number;
  /** Whether one node at a time is given messages, so that they keep their order. */
  readonly inOrder: boolean;
  /** A new connection: something may have been missed. */
  readonly onOpen: () => void;
  readonly onMessage: (message: ConsumeMessage, channel: Channel) => void;
  /** Whether messages would come now. */
  readonly onConnected: (isConnected: boolean) => void;
  readonly onFailed: (error: Error) => void;
  /** What is still at work when it is stopped: nothing is closed before. */
  readonly underway: () => Promise<unknown>;
}

const MS_PER_SECOND = 1_000;

/** Consumes a queue until it is stopped; connections and channels that break are made again. Never rejects. */
export async function consumeQueue(
  { url, exchange, queue }: HearingQueue,
  { events, prefetch, inOrder, onOpen, onMessage, onConnected, onFailed, underway }: QueueConsumer,
  { stopped, isStopped, pause }: Pick<Lifetime, 'stopped' | 'isStopped' | 'pause'>,
): Promise<void> {
  let consuming: { readonly channel: Channel; readonly consumerTag: string } | null = null;
  const connection = connectBroker(url, {
    onLost(error) {
      onConnected(false);
      onFailed(error);
    },
  });
  let latest: Channel | null = null;
  // The library opens no channel again on a connection that stays.
  const again = async (closed: Channel): Promise<void> => {
    if (latest === closed) onConnected(false);
    await pause(MS_PER_SECOND * RECONNECT_SECONDS);
    if (latest === closed && !isStopped()) connection.reconnect();
  };
  const wrapper = connection.createChannel({
    async setup(channel: Channel) {
      latest = channel;
      channel.once('close', () => void again(channel));
      await channel.assertExchange(exchange, 'headers', { durable: true });
      await channel.assertQueue(queue, { durable: true, ...(inOrder ? { arguments: { 'x-single-active-consumer': true } } : {}) });
      for (const name of events) await channel.bindQueue(queue, exchange, '', { 'x-match': 'all', name });
      await channel.prefetch(prefetch);
      const taken = (message: ConsumeMessage | null): void => {
        // The broker ends a consumer whose queue was deleted; the next channel makes it again.
        if (message === null) {
          onFailed(new Error(`the queue ${queue} was deleted`));
          void settled(() => channel.close());
        } else onMessage(message, channel);
      };
      onOpen();
      const { consumerTag } = await channel.consume(queue, taken);
      consuming = { channel, consumerTag };
      onConnected(true);
    },
  });
  wrapper.on('error', onFailed);
  await stopped;
  const { channel, consumerTag } = (consuming as { readonly channel: Channel; readonly consumerTag: string } | null) ?? {};
  if (channel !== undefined && consumerTag !== undefined) await settled(() => channel.cancel(consumerTag));
  await underway();
  await settled(() => wrapper.close());
  await settled(() => connection.close());
  onConnected(false);
}

/** Takes a message off the queue, or has it delivered again. A channel that is gone meanwhile: the broker delivers again by itself. */
export function answer(message: ConsumeMessage, channel: Channel, isDone: boolean): Promise<void> {
  return settled(() => (isDone ? channel.ack(message) : channel.nack(message, false, true)));
}

/** Whatever comes of it. */
async function settled(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch {
    // Nothing waits for it.
  }
}
