export { openAmqpPublisher } from './open-amqp-publisher.js';
export type { AmqpOptions } from './open-amqp-publisher.js';
