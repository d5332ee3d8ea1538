import { randomUUID } from 'node:crypto';
import type { Channel } from 'amqplib';
import type { OpenBroker } from './open-broker.js';
import { openBroker } from './open-broker.js';

/** What a spec has of a broker, anew for each test; nothing of it is left afterwards. */
export interface BrokerOfSpec {
  /** Whether none answers, which is said: what only a broker can show is not tested then. */
  readonly isAway: boolean;
  readonly channel: Channel;
  /** Names that nobody else uses. */
  readonly exchange: string;
  readonly queue: string;
  /** Does something when the test is over; what was asked for last comes first. */
  onEnd(close: () => unknown): void;
}

/** The hooks of the runner of specs. */
export interface Hooks {
  readonly beforeAll: (work: () => Promise<void>) => void;
  readonly beforeEach: (work: () => void) => void;
  readonly afterEach: (work: () => Promise<void>) => void;
  readonly afterAll: (work: () => Promise<void>) => void;
}

/** Opens the broker of specs for the tests of a file. */
export function brokerOfSpec({ beforeAll, beforeEach, afterEach, afterAll }: Hooks): BrokerOfSpec {
  let broker: OpenBroker | null = null;
  let [exchange, queue] = ['', ''];
  const closing: (() => unknown)[] = [];
  beforeAll(async () => {
    broker = await openBroker();
  });
  beforeEach(() => {
    [exchange, queue] = [`callstitch-${randomUUID()}`, `callstitch-${randomUUID()}`];
    if (broker === null) return;
    const { channel } = broker;
    closing.push(
      () => channel.deleteExchange(exchange),
      () => channel.deleteQueue(queue),
    );
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  afterAll(async () => broker?.close());
  return {
    get isAway() {
      return broker === null;
    },
    get channel() {
      if (broker === null) throw new Error('there is no broker');
      return broker.channel;
    },
    get exchange() {
      return exchange;
    },
    get queue() {
      return queue;
    },
    onEnd: (close) => void closing.push(close),
  };
}
