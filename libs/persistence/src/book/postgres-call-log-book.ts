import type { Batch, CallLogBook, Claim, Spared, Decision, IdSpan, KnownConversation } from '@callstitch/application';
import { decideWrites } from '@callstitch/application';
import type { CallLog, Instant, Linkedid } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { Pool, PoolClient } from 'pg';
import { readCallLog } from '../call-logs/read-call-log.js';
import { ensurePartitions, forgetPartitions } from '../partitions.js';
import type { StoredClaim } from './claims.js';
import { Claims } from './claims.js';
import { multirangeText, readRanges } from './id-ranges.js';
import { forgetCallLogs, standingConversations } from './forget-call-logs.js';
import { knownConversations } from './known-conversations.js';
import { contentDigest, writeBatch } from './write-batch.js';

export interface PostgresCallLogBookOptions {
  readonly pool: Pool;
  /** Whose the calls without a tenant are. */
  readonly defaultTenantUuid: string;
}

/** What PostgreSQL says when two transactions met: unique violation, serialisation failure, deadlock. */
const MET_ANOTHER: ReadonlySet<string> = new Set(['23505', '40001', '40P01']);

/** A check failed: also said of a row whose month is not there, because a purge dropped it after we had seen it. */
const NO_MONTH = '23514';

const MOST_TRIES = 10;

/** The book in PostgreSQL. One batch is one transaction; several generators may write at once. */
export class PostgresCallLogBook implements CallLogBook {
  private readonly claims: Claims;

  constructor(private readonly options: PostgresCallLogBookOptions) {
    this.claims = new Claims(options.pool);
  }

  claim(source: string, within: IdSpan, choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>): Promise<Claim | null> {
    return this.claims.claim(source, within, choose);
  }

  expect(starts: readonly Instant[]): void {
    // The write meets what is wrong here again, and says so.
    ensurePartitions(this.options.pool, starts).catch(() => undefined);
  }

  release(claim: Claim): Promise<void> {
    return this.claims.release(claim as StoredClaim);
  }

  async unread(source: string, spans: readonly IdSpan[]): Promise<readonly IdSpan[]> {
    const { rows } = await this.options.pool.query<{ unread: string }>(
      "select ($2::int8multirange - coalesce((select read from cel_progress where source = $1), '{}'))::text as unread",
      [source, multirangeText(spans)],
    );
    return [...readRanges(rows[0]?.unread ?? '{}')].reverse();
  }

  known(source: string, linkedids: readonly Linkedid[]): Promise<readonly KnownConversation[]> {
    return knownConversations(this.options.pool, source, linkedids, { lock: false });
  }

  async preview({ source, outcomes }: Batch): Promise<Decision> {
    const linkedids = outcomes.flatMap(({ extent }) => extent.linkedids);
    return decideWrites(outcomes, await this.known(source, linkedids), contentDigest);
  }

  write(batch: Batch, claim: Claim | null): Promise<Decision> {
    return this.transaction((client) => writeBatch(client, batch, claim as StoredClaim | null, this.options));
  }

  callLog(id: number): Promise<CallLog | null> {
    return readCallLog(this.options.pool, id);
  }

  async dueAgain(source: string, silentSince: Instant, teller: string): Promise<readonly Linkedid[]> {
    const { rows } = await this.options.pool.query<{ linkedid: Linkedid }>(
      `select unnest(linkedids) as linkedid from conversation where source = $1 and state = 'open' and last_event_at <= $2
       union
       select unnest(linkedids) from conversation where source = $1 and state = 'refused' and teller <> $3`,
      [source, formatInstant(silentSince), teller],
    );
    return rows.map(({ linkedid }) => linkedid);
  }

  async bookmark(source: string): Promise<{ readonly id: number; readonly digest: string } | null> {
    const { rows } = await this.options.pool.query<{ id: number | null; digest: string | null }>(
      'select highest_id as id, highest_digest as digest from cel_progress where source = $1',
      [source],
    );
    const [row] = rows;
    return row === undefined || row.id === null || row.digest === null ? null : { id: row.id, digest: row.digest };
  }

  async setBookmark(source: string, { id, digest }: { readonly id: number; readonly digest: string }): Promise<void> {
    await this.options.pool.query(
      `insert into cel_progress (source, highest_id, highest_digest) values ($1, $2, $3)
       on conflict (source) do update set highest_id = excluded.highest_id, highest_digest = excluded.highest_digest
         where cel_progress.highest_id is null or cel_progress.highest_id < excluded.highest_id`,
      [source, id, digest],
    );
  }

  standing(source: string, since: Instant | null): Promise<readonly Linkedid[]> {
    return standingConversations(this.options.pool, source, since);
  }

  forget(source: string, since: Instant | null, spared?: Spared): Promise<number> {
    return this.transaction((client) => forgetCallLogs(client, { source, since, spared: spared ?? null }));
  }

  async forgetRead(source: string): Promise<void> {
    await this.options.pool.query("update cel_progress set read = '{}', highest_id = null, highest_digest = null where source = $1", [
      source,
    ]);
  }

  /** Ends the session that holds the claims. */
  close(): void {
    this.claims.close();
  }

  private async transaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries++) {
      const client = await this.options.pool.connect();
      try {
        await client.query('begin');
        const result = await work(client);
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        const code = (error as { readonly code?: unknown }).code;
        const monthGone = code === NO_MONTH && tries === 1;
        if (monthGone) forgetPartitions(this.options.pool);
        const again = monthGone || (typeof code === 'string' && MET_ANOTHER.has(code) && tries < MOST_TRIES);
        // A connection in doubt is not used again.
        if (again) await client.query('rollback');
        client.release(!again);
        if (!again) throw error;
      }
    }
  }
}
