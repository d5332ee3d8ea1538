import type { CelArrivals, HearArrival, Lifetime } from '@callstitch/application';
import { Endings } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';
import { Client } from 'pg';
import { connectionOptions } from '../connection-options.js';
import { CEL_CHANNEL } from './cel-trigger.js';

export interface NotifyArrivalsOptions {
  /** Of the database where the table `cel` is. */
  readonly url: string;
  /** A connection that does not answer within so long after so long a pause is given up. */
  readonly aliveEverySeconds?: number;
}

/** A database that was away is back for everybody who waits for calls: it is asked often. */
const MOST_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 250;

/**
 * What the trigger on `cel` tells, on a connection of its own. Without the trigger it hears nothing, and does no harm.
 *
 * Whenever it has connected it tells of an unknown arrival: something may have come while nobody listened.
 */
export function notifyArrivals({ url, aliveEverySeconds = 20 }: NotifyArrivalsOptions): CelArrivals {
  const name = 'notify';
  return {
    name,
    async listen(hear, lifetime) {
      const endings = new Endings();
      let failures = 0;
      while (!lifetime.isStopped()) {
        try {
          await listenOnce(hear, lifetime, { url, aliveEverySeconds, endings, onConnected: () => (failures = 0) });
        } catch (error) {
          if (lifetime.isStopped()) return;
          if (failures++ === 0) lifetime.onTrouble({ name, message: error instanceof Error ? error.message : String(error) });
          await lifetime.pause(Math.min(MOST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
        }
      }
    },
  };
}

interface Listening extends Required<NotifyArrivalsOptions> {
  readonly endings: Endings;
  readonly onConnected: () => void;
}

/** Listens on one connection until it is lost, which it throws, or nobody wants to hear any more. */
async function listenOnce(
  hear: HearArrival,
  lifetime: Lifetime,
  { url, aliveEverySeconds, endings, onConnected }: Listening,
): Promise<void> {
  const client = new Client({ ...connectionOptions(url, 'CEL_DATABASE_URL'), query_timeout: MS_PER_SECOND * aliveEverySeconds });
  let lose = (_error: Error): void => undefined;
  const lost = new Promise<never>((_resolve, reject) => (lose = reject));
  lost.catch(() => undefined);
  client.on('error', lose).on('end', () => {
    lose(new Error('The connection to the database was closed.'));
  });
  const looking = setInterval(() => void client.query('select').catch(lose), MS_PER_SECOND * aliveEverySeconds);
  try {
    await client.connect();
    client.on('notification', ({ payload = '' }) => {
      const [, eventType = '', linkedid = ''] = /^(\S*) (.*)$/s.exec(payload) ?? [];
      if (linkedid === '') tell(hear, null);
      else if (endings.isWorthALook(eventType)) tell(hear, [linkedid as Linkedid]);
    });
    await client.query(`listen ${CEL_CHANNEL}`);
    onConnected();
    tell(hear, null);
    await Promise.race([lost, lifetime.stopped]);
  } finally {
    clearInterval(looking);
    // Not awaited: a connection that is gone does not answer to that either.
    client.end().catch(() => undefined);
  }
}

const MS_PER_SECOND = 1_000;

/** Nobody waits: what is not told when live generation stops is found at its next start. */
function tell(hear: HearArrival, linkedids: readonly Linkedid[] | null): void {
  hear({ linkedids }).catch(() => undefined);
}
