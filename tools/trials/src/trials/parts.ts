import type { OpenPart } from '../part.js';
import type { TrialName } from '../trial.js';
import { killBroker } from './kill-broker.js';
import { killNode } from './kill-node.js';
import { killPostgres } from './kill-postgres.js';
import { refusingWebhook } from './refusing-webhook.js';

/** What each trial does. */
export const PARTS: Readonly<Record<TrialName, OpenPart>> = {
  node: killNode,
  postgres: killPostgres,
  broker: killBroker,
  webhook: refusingWebhook,
};
