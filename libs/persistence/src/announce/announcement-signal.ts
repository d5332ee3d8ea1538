import { Client } from 'pg';
import { connectionOptions } from '../connection-options.js';

/** The channel on which writers say that there is something to announce. */
const CHANNEL = 'callstitch_announce';

/** Says so; it is heard when the transaction is committed, and never when it is not. To stand in a `select`. */
export const WAKE = `pg_notify('${CHANNEL}', '')`;

const AGAIN_MS = 2_000;

/**
 * Listens on a connection of its own until it is ended; a connection that breaks is made again. `onWake` is also called after each new
 * connection: what was said meanwhile was not heard.
 */
export function listenForAnnouncements(url: string, onWake: () => void): { end(): Promise<void> } {
  let ended = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const own = new Client(connectionOptions(url, 'DATABASE_URL'));
    client = own;
    own.on('notification', onWake);
    own.on('error', () => undefined);
    own.on('end', again);
    try {
      await own.connect();
      await own.query(`listen ${CHANNEL}`);
      onWake();
    } catch {
      // Whoever cannot connect hears nothing; the announcements are found by looking, only later.
      own.end().catch(() => undefined);
      again();
    }
  };
  const again = (): void => {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), AGAIN_MS).unref();
  };
  void connect();
  return {
    async end() {
      ended = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
