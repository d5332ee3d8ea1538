export { amqpArrivals } from './amqp-arrivals.js';
export type { AmqpArrivalsOptions } from './amqp-arrivals.js';
