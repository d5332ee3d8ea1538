import { amqpPlace } from '@callstitch/amqp';
import type { BusEvent, BusEvents } from '@callstitch/application';
import { BUS_EVENTS } from '@callstitch/application';
import type { Channel, ConsumeMessage } from 'amqplib';
import type { HearingQueue } from './consume-queue.js';
import { answer, consumeQueue } from './consume-queue.js';

/**
 * What Wazo's bus tells beside CELs, one after the other and in order, also when several nodes share the queue: one is given the
 * messages, the others stand by. A message is acknowledged when its work is done, and delivered again otherwise.
 */
export function amqpEvents(options: HearingQueue): BusEvents {
  const place = amqpPlace(options.url);
  let connected = false;
  return {
    isConnected: () => connected,
    async listen(take, { onTrouble, ...lifetime }) {
      let failures = 0;
      let underway = Promise.resolve();
      await consumeQueue(
        options,
        {
          events: BUS_EVENTS,
          prefetch: 1,
          inOrder: true,
          onOpen: () => undefined,
          onMessage(message: ConsumeMessage, channel: Channel) {
            // After a lost connection the same message may come while it is still worked on.
            underway = underway
              .then(() => take(eventOf(message)))
              .then(
                () => answer(message, channel, true),
                () => answer(message, channel, false),
              );
          },
          onConnected(isConnected) {
            connected = isConnected;
            if (isConnected) failures = 0;
          },
          onFailed(error) {
            if (!lifetime.isStopped() && failures++ === 0) onTrouble(`The AMQP broker at ${place} tells nothing: ${error.message}`);
          },
          underway: () => underway,
        },
        lifetime,
      );
    },
  };
}

/** The name is in the headers, or else in the body; what is no JSON has no data. */
function eventOf({ content, properties }: ConsumeMessage): BusEvent {
  const body = bodyOf(content);
  const name: unknown = (properties.headers as Readonly<Record<string, unknown>> | undefined)?.['name'] ?? body['name'];
  return { name: typeof name === 'string' ? name : '', data: body['data'] };
}

function bodyOf(content: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const body = JSON.parse(new TextDecoder().decode(content)) as unknown;
    return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
