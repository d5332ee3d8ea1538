import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../part.js';
import { openBroker } from '../stage/broker.js';
import type { TrialOptions } from '../trial.js';
import { until } from '../until.js';
import { QueueReader, bindQueue } from '../watch/queue-reader.js';
import { firstToldAt, toldFaults } from '../watch/told-order.js';

const EXCHANGE = 'wazo-headers';

/** The broker that is told of calls, and tells of CELs, is killed and stays away for a while. */
export async function killBroker({ awaySeconds }: TrialOptions, directory: string): Promise<Part | string> {
  const broker = await openBroker(join(directory, 'broker'));
  if (broker === null) return 'RabbitMQ is not installed';
  await broker.start();
  await bindQueue(broker.url, EXCHANGE);
  const reader = new QueueReader(broker.url);
  return {
    configuration: `announce: { amqp: { exchange: ${EXCHANGE} } }\nsources: { amqp: { exchange: ${EXCHANGE}, queue: callstitch.cel } }\n`,
    environment: { CALLSTITCH_AMQP: broker.url },
    async disturb() {
      await broker.kill();
      await pause(awaySeconds * 1_000);
      await broker.start();
      // How long it takes to start is its own affair.
      return Date.now();
    },
    async told(calls) {
      await until(() => new Set(reader.heard.map(({ conversation }) => conversation)).size >= calls.length);
      return { firstAt: firstToldAt(reader.heard), faults: toldFaults('The queue', calls, reader.heard) };
    },
    mustAnswer: true,
    async close() {
      await reader.stop();
      await broker.close();
    },
  };
}
