export { httpDeliverySender } from './http-delivery-sender.js';
export type { WebhookTarget } from './http-delivery-sender.js';
export { signature } from './signature.js';
