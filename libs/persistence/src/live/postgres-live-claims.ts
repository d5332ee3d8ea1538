import type { LiveClaim, LiveClaims } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';
import type { Pool, PoolClient } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';

/**
 * Claims as advisory locks of a transaction that lasts as long as the work: with its connection the claims are gone. Two
 * linkedids may share a lock, which makes one of them wait and harms nobody.
 */
export class PostgresLiveClaims implements LiveClaims {
  constructor(private readonly pool: Pool) {}

  async claim(source: string, linkedids: readonly Linkedid[]): Promise<LiveClaim> {
    const client = await this.pool.connect();
    const end = async (): Promise<void> => {
      const isSound = await endTransaction(client);
      client.release(!isSound);
    };
    try {
      await client.query('begin');
      const { rows } = await client.query<{ linkedid: Linkedid }>(
        `select linkedid from unnest($2::text[]) as wanted (linkedid)
         where pg_try_advisory_xact_lock(${ADVISORY_LOCKS.live}, hashtext($1 || ' ' || linkedid))`,
        [source, linkedids],
      );
      return { linkedids: new Set(rows.map(({ linkedid }) => linkedid)), release: end };
    } catch (error) {
      await end();
      throw error;
    }
  }
}

async function endTransaction(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
