export { brokerOfSpec } from './broker-of-spec.js';
export type { BrokerOfSpec, Hooks } from './broker-of-spec.js';
export { brokerProxy } from './broker-proxy.js';
export type { BrokerProxy } from './broker-proxy.js';
export { BROKER_URL, openBroker } from './open-broker.js';
export type { OpenBroker } from './open-broker.js';
