import type { CelArrivals, CelTable, HearArrival, Lifetime } from '@callstitch/application';
import { backOffSeconds, localTime } from '@callstitch/application';
import type { AmiServer } from './ami-connection.js';
import { openAmi } from './ami-connection.js';
import { CelEvents } from './cel-of-event.js';
import { GATHER_MS, RowQueue } from './row-queue.js';

export interface AmiArrivalsOptions extends AmiServer {
  /** IANA name of Asterisk's zone: its event times name none. */
  readonly timezone: string;
  /** The table that rows go to; rejects when it is not to be written to, or cannot be. */
  readonly table: () => Promise<CelTable>;
  readonly pingSeconds?: number;
}

const NAME = 'ami';
const MS_PER_SECOND = 1_000;

/**
 * Writes the events `CEL` of Asterisk's manager interface into our table, and tells of calls that may have ended. Connects
 * again by itself; what AMI told meanwhile is lost, which is said. Only one node may do this.
 */
export function amiArrivals(options: AmiArrivalsOptions): CelArrivals {
  const { host, port, timezone, table, pingSeconds = 15 } = options;
  const place = `The manager interface at ${host}:${port}`;
  const zone = localTime(timezone);
  return {
    name: NAME,
    async listen(hear, lifetime) {
      const queue = new RowQueue();
      const events = new CelEvents(zone);
      const writing = write(queue, table, hear, lifetime);
      void lifetime.stopped.then(() => {
        queue.stop();
      });
      let failures = 0;
      let wasConnected = false;
      while (!lifetime.isStopped()) {
        const connection = openAmi({
          ...{ server: options, pingSeconds },
          onConnected() {
            if (wasConnected)
              say(lifetime, `${place} is back; what happened meanwhile was not told, and calls of that time may be incomplete.`);
            wasConnected = true;
            failures = 0;
            hear({ linkedids: null }).catch(() => undefined);
          },
          onEvent(event) {
            const cel = events.read(event);
            if (typeof cel === 'string') say(lifetime, `${place} told of an event that ${cel}; skipped.`);
            else queue.add(cel);
            if (queue.isFull) {
              connection.pause();
              void writing.emptied().then(() => connection.resume());
            }
          },
        });
        try {
          await Promise.race([connection.lost, lifetime.stopped]);
        } catch (error) {
          if (failures++ === 0) say(lifetime, `${place} tells nothing: ${(error as Error).message}.`);
          await lifetime.pause(MS_PER_SECOND * backOffSeconds(failures));
        } finally {
          connection.close();
        }
      }
      await writing.done;
    },
  };
}

function say({ isStopped, onTrouble }: Lifetime, message: string): void {
  if (!isStopped()) onTrouble({ name: NAME, message });
}

/** Writes rows as they come, for as long as somebody listens; what is there at the end is tried once more. */
function write(queue: RowQueue, table: () => Promise<CelTable>, hear: HearArrival, lifetime: Lifetime) {
  let waiting: (() => void)[] = [];
  const run = async (): Promise<void> => {
    let failures = 0;
    for (;;) {
      await queue.some();
      await lifetime.pause(GATHER_MS);
      const isLast = lifetime.isStopped();
      try {
        await queue.write(await table(), hear);
        failures = 0;
        for (const go of waiting.splice(0)) go();
      } catch (error) {
        if (failures++ === 0 || isLast) {
          const message = error instanceof Error ? error.message : String(error);
          lifetime.onTrouble({
            name: NAME,
            message: isLast ? `${queue.size} rows are lost, because they cannot be written: ${message}` : message,
          });
        }
        await lifetime.pause(MS_PER_SECOND * backOffSeconds(failures));
      }
      if (isLast) return;
    }
  };
  return { done: run(), emptied: () => new Promise<void>((go) => (waiting = [...waiting, go])) };
}
