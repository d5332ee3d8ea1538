import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../part.js';
import type { TrialOptions } from '../trial.js';

/** The database is killed with all that it runs, and started again on the same data. */
export function killPostgres({ awaySeconds }: TrialOptions): Promise<Part> {
  return Promise.resolve({
    configuration: '',
    environment: {},
    async disturb({ postgres }) {
      await postgres.kill();
      await pause(awaySeconds * 1_000);
      const restartedAt = Date.now();
      postgres.restart();
      return restartedAt;
    },
    mustAnswer: false,
    close: () => Promise.resolve(),
  });
}
