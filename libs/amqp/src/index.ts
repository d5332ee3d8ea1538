export { amqpPlace } from './amqp-place.js';
export { RECONNECT_SECONDS, connectBroker } from './connect-broker.js';
export type { BrokerConnection } from './connect-broker.js';
