import { runTrial } from './run-trial.js';
import type { Ground } from './stage/ground.js';
import { openGround } from './stage/ground.js';
import type { TrialName } from './trial.js';

/** As short as a trial can be that still has calls before, during and after. */
const SHORT = { callsPerSecond: 4, seconds: 4, awaySeconds: 1 };

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

test.each<[TrialName, number, string]>([
  ['node', 1, 'a service'],
  ['postgres', 2, 'PostgreSQL'],
  ['broker', 1, 'a broker'],
  ['webhook', 1, 'the receiver of a webhook'],
])('%s on %i: no call is lost, doubled or told in another way when %s fails', async (trial, nodes) => {
  const result = await runTrial(trial, { ...SHORT, nodes, awaySeconds: trial === 'broker' ? 5 : SHORT.awaySeconds }, ground);
  if ('skipped' in result) {
    console.warn(`Not tried: ${result.skipped}.`);
    return;
  }
  expect(result).toMatchObject({ lost: 0, doubled: 0, differing: 0, faults: [] });
  expect(result.calls).toBeGreaterThanOrEqual(SHORT.callsPerSecond * SHORT.seconds);
});
