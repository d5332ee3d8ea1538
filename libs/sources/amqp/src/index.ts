export { amqpArrivals } from './amqp-arrivals.js';
export type { AmqpArrivalsOptions } from './amqp-arrivals.js';
export { amqpEvents } from './amqp-events.js';
export type { HearingQueue } from './consume-queue.js';
