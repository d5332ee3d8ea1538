import type { Channel } from 'amqplib';
import { connect } from 'amqplib';

/** Where specs find a broker. */
export const BROKER_URL = process.env['CALLSTITCH_TEST_AMQP_URL'] ?? 'amqp://guest:guest@localhost:5672';

export interface OpenBroker {
  readonly channel: Channel;
  close(): Promise<void>;
}

/** The broker of specs; null, which is said, when none answers. */
export async function openBroker(): Promise<OpenBroker | null> {
  const connection = await connect(BROKER_URL).catch(() => null);
  if (connection === null) {
    console.warn('No RabbitMQ answers: what only it can show is not tested.');
    return null;
  }
  return { channel: await connection.createChannel(), close: () => connection.close() };
}
