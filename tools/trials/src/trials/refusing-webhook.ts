import type { Part } from '../part.js';
import { callstitch } from '../stage/callstitch.js';
import { openReceiver } from '../stage/receiver.js';
import type { TrialOptions } from '../trial.js';
import { until } from '../until.js';
import { firstToldAt, toldFaults } from '../watch/told-order.js';

const NAME = 'trial';
const SECRET = 'the secret of a trial';
/** A second refusal is tried again after half a minute: for that a trial must be long. */
const LONG_SECONDS = 20;

/** The receiver of a webhook refuses half of what it is told, and is slow at times. */
export async function refusingWebhook({ seconds }: TrialOptions): Promise<Part> {
  const receiver = await openReceiver({ secret: SECRET, mostRefusals: seconds >= LONG_SECONDS ? 2 : 1 });
  const heardOf = (from: number): number => new Set(receiver.taken.slice(from).map(({ conversation }) => conversation)).size;
  return {
    configuration: `announce: { webhooks: [{ name: ${NAME}, url: '${receiver.url}', secretEnv: TRIAL_SECRET, from: 0-0 }] }\n`,
    environment: { TRIAL_SECRET: SECRET },
    disturb: () => Promise.resolve(null),
    async told(calls, { databaseUrl }) {
      await until(() => heardOf(0) >= calls.length);
      const first = [...receiver.taken];
      const faults = [...toldFaults('The webhook', calls, first)];
      if (receiver.counts.forged > 0) faults.push(`${receiver.counts.forged} deliveries were not signed as they must be`);
      await callstitch(databaseUrl, ['webhooks', 'replay', NAME, '--from', '0-0']);
      if (!(await until(() => heardOf(first.length) >= calls.length)))
        faults.push('A replay from the beginning did not tell of every call');
      return { firstAt: firstToldAt(first), faults };
    },
    mustAnswer: true,
    close: () => {
      receiver.close();
      return Promise.resolve();
    },
  };
}
