import { amqpPlace, connectBroker } from '@callstitch/amqp';
import type { Announcement, Publisher } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ConfirmChannel } from 'amqplib';
import type { AmqpMessage } from './amqp-message.js';
import { amqpMessage } from './amqp-message.js';

/** Which exchange is told, and in whose name. */
export interface AmqpOptions {
  /** `amqp://user:password@host:5672/vhost`; never shown. */
  readonly url: string;
  readonly exchange: string;
  readonly exchangeType: string;
  /** Which system speaks: on a Wazo its `XIVO_UUID`; null for none. */
  readonly originUuid: string | null;
  readonly now: () => Instant;
  /** How long a broker may take to connect or to confirm. */
  readonly timeoutSeconds?: number;
}

const AT_ONCE = 500;
const TIMEOUT_SECONDS = 15;

/**
 * Publishes on an exchange, which it makes when it is not there; the broker confirms each message. Connections that break are made again
 * by the library. Its own queue is not used: it changes the order of messages when a connection breaks between them.
 */
export function openAmqpPublisher(options: AmqpOptions): Publisher {
  const { url, exchange, exchangeType, originUuid, now, timeoutSeconds = TIMEOUT_SECONDS } = options;
  const place = amqpPlace(url);
  let channel: ConfirmChannel | null = null;
  let trouble = 'it has not answered yet';
  let waiting: (() => void)[] = [];
  let next = nextTime();
  const connection = connectBroker(url, {
    timeoutSeconds,
    onLost(error) {
      channel = null;
      trouble = error.message;
    },
  });
  const wrapper = connection.createChannel({
    confirm: true,
    async setup(opened: ConfirmChannel) {
      await opened.assertExchange(exchange, exchangeType, { durable: true });
      opened.once('close', () => {
        if (channel === opened) channel = null;
      });
      channel = opened;
      for (const go of waiting.splice(0)) go();
      next.come();
      next = nextTime();
    },
  });
  wrapper.on('error', (error: Error) => void (trouble = error.message));

  const open = async (): Promise<ConfirmChannel> => {
    if (channel === null) await within(timeoutSeconds, new Promise<void>((go) => waiting.push(go)), () => trouble);
    if (channel === null) throw new Error(trouble);
    return channel;
  };
  return {
    name: 'amqp',
    atOnce: AT_ONCE,
    async publish(announcements: readonly Announcement[]) {
      const at = now();
      const messages = announcements.flatMap((one) => amqpMessage(one, { originUuid, at }) ?? []);
      if (messages.length === 0) return;
      try {
        const opened = await open();
        const confirmed = messages.map((message) => confirmedBy(opened, exchange, message));
        await within(timeoutSeconds, Promise.all(confirmed), () => 'it does not confirm what it is told');
      } catch (error) {
        throw new Error(`The AMQP broker at ${place} takes nothing: ${(error as Error).message}`, { cause: error });
      }
    },
    whenBack: () => next.came,
    async close() {
      waiting = [];
      await wrapper.close().catch(() => undefined);
      await connection.close().catch(() => undefined);
    },
  };
}

/** A channel that closes in between fails all that it has not confirmed. */
function confirmedBy(channel: ConfirmChannel, exchange: string, { routingKey, headers, content }: AmqpMessage): Promise<void> {
  const how = { headers, persistent: true, contentType: 'application/json', contentEncoding: 'utf-8' };
  return new Promise((resolve, reject) => {
    channel.publish(exchange, routingKey, content, how, (error: unknown) =>
      error === null || error === undefined ? resolve() : reject(error instanceof Error ? error : new Error('it refused a message')),
    );
  });
}

/** Work that must be done in time; why it is not is asked when it is late. */
async function within<Result>(seconds: number, work: Promise<Result>, why: () => string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(why())), seconds * 1_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Something that happens again and again, the next time of it. */
function nextTime(): { readonly came: Promise<void>; readonly come: () => void } {
  let come = (): void => undefined;
  const came = new Promise<void>((resolve) => (come = resolve));
  return { came, come };
}
