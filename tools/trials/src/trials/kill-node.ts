import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../part.js';
import type { TrialOptions } from '../trial.js';

/** One of the services is killed and started again. */
export function killNode({ awaySeconds }: TrialOptions): Promise<Part> {
  return Promise.resolve({
    configuration: '',
    environment: {},
    async disturb({ nodes }) {
      await nodes.kill(0);
      await pause(awaySeconds * 1_000);
      const restartedAt = Date.now();
      await nodes.restart(0);
      return restartedAt;
    },
    mustAnswer: false,
    close: () => Promise.resolve(),
  });
}
