import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'amqplib';
import type { Announced } from './told-order.js';

const QUEUE = 'trial';
const EVENTS = ['call_log_created', 'call_log_updated'];
const AGAIN_MS = 500;

/** Binds a durable queue to an exchange for what is told of call logs. */
export async function bindQueue(url: string, exchange: string): Promise<void> {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  await channel.assertExchange(exchange, 'headers', { durable: true });
  await channel.assertQueue(QUEUE, { durable: true });
  for (const name of EVENTS) await channel.bindQueue(QUEUE, exchange, '', { 'x-match': 'all', name });
  await connection.close();
}

/** A consumer of that queue, which connects again when its broker was away. */
export class QueueReader {
  readonly heard: Announced[] = [];
  readonly #url: string;
  readonly #reading: Promise<void>;
  #end: (() => Promise<void>) | null = null;
  #isOver = false;

  constructor(url: string) {
    this.#url = url;
    this.#reading = this.#read();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#end?.().catch(() => undefined);
    await this.#reading;
  }

  async #read(): Promise<void> {
    while (!this.#isOver) {
      await this.#follow().catch(() => undefined);
      await pause(AGAIN_MS);
    }
  }

  async #follow(): Promise<void> {
    const connection = await connect(this.#url);
    connection.on('error', () => undefined);
    const closed = once(connection, 'close');
    this.#end = () => connection.close();
    const channel = await connection.createChannel();
    channel.on('error', () => undefined);
    await channel.consume(QUEUE, (message) => {
      if (message === null) return;
      const { name, data } = JSON.parse(message.content.toString()) as {
        readonly name: string;
        readonly data: { conversation_id: string };
      };
      this.heard.push({ conversation: data.conversation_id, event: name, at: Date.now() });
      channel.ack(message);
    });
    await closed;
  }
}
