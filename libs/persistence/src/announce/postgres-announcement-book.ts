import type { AnnouncementBook, AnnouncementSession, PublisherPosition } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool } from 'pg';
import { Client } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { connectionOptions } from '../connection-options.js';
import { WAKE } from './announcement-signal.js';
import { placeValues } from './postgres-announcement-feed.js';

const PLACE = "xid::text || '-' || seq";

/** What a new publisher begins with: a place, or the end of the feed. */
const BEGIN = `insert into announcement_position (publisher, xid, seq)
  values ($1, coalesce($2::xid8, pg_snapshot_xmin(pg_current_snapshot())), coalesce($3::bigint, 0)) on conflict do nothing`;

/**
 * How far publishers have come, in PostgreSQL. A lock of the session says who announces: all those of a process are held by one
 * connection, by which it also writes, so that whoever loses it writes nothing more.
 */
export class PostgresAnnouncementBook implements AnnouncementBook {
  #connection: Promise<Client> | null = null;
  readonly #busy = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly url: string,
  ) {}

  async alone<Result>(
    publisher: string,
    from: string | null,
    work: (session: AnnouncementSession) => Promise<Result>,
  ): Promise<Result | null> {
    // The same connection would get the same lock twice.
    if (this.#busy.has(publisher)) return null;
    this.#busy.add(publisher);
    try {
      const client = await this.#connect();
      const key = [ADVISORY_LOCKS.announcements, publisher];
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as locked', key);
      if (rows[0]?.locked !== true) return null;
      try {
        await client.query(BEGIN, [publisher, ...(from === null ? [null, null] : placeValues(from))]);
        return await work(sessionOf(client, publisher));
      } finally {
        await client.query('select pg_advisory_unlock($1, hashtext($2))', key).catch(() => undefined);
      }
    } finally {
      this.#busy.delete(publisher);
    }
  }

  async positions(): Promise<readonly PublisherPosition[]> {
    const { rows } = await this.pool.query<PublisherPosition>(
      `select publisher, ${PLACE} as position, failure, failed_at as "failedAt" from announcement_position order by publisher`,
    );
    return rows;
  }

  async put(publisher: string, position: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `with put as (
         update announcement_position set xid = $2::xid8, seq = $3::bigint, moved_at = now(), failure = null, failed_at = null
          where publisher = $1 returning 1
       )
       select ${WAKE} from put`,
      [publisher, ...placeValues(position)],
    );
    return rowCount === 1;
  }

  async forget(before: Instant): Promise<number> {
    const { rowCount } = await this.pool.query('delete from announcement_outbox where at < $1', [formatInstant(before)]);
    return rowCount ?? 0;
  }

  /** Ends the connection, and with it all rights to announce. */
  async close(): Promise<void> {
    const client = await this.#connection?.catch(() => null);
    this.#connection = null;
    await client?.end().catch(() => undefined);
  }

  #connect(): Promise<Client> {
    if (this.#connection !== null) return this.#connection;
    const client = new Client(connectionOptions(this.url, 'DATABASE_URL'));
    const connection = client.connect().then(() => client);
    this.#connection = connection;
    const lost = (): void => {
      if (this.#connection === connection) this.#connection = null;
    };
    client.on('error', lost).on('end', lost);
    connection.catch(lost);
    return connection;
  }
}

function sessionOf(client: Client, publisher: string): AnnouncementSession {
  return {
    async position() {
      const { rows } = await client.query<{ position: string }>(
        `select ${PLACE} as position from announcement_position where publisher = $1`,
        [publisher],
      );
      return rows[0]?.position ?? '0-0';
    },
    async move(from, to) {
      const { rowCount } = await client.query(
        `update announcement_position set xid = $4::xid8, seq = $5::bigint, moved_at = now(), failure = null, failed_at = null
          where publisher = $1 and xid = $2::xid8 and seq = $3::bigint`,
        [publisher, ...placeValues(from), ...placeValues(to)],
      );
      return rowCount === 1;
    },
    async note(failure, at) {
      await client.query('update announcement_position set failure = $2, failed_at = $3 where publisher = $1', [
        publisher,
        failure,
        failure === null ? null : formatInstant(at),
      ]);
    },
  };
}
