import type { Claim, IdSpan } from '@callstitch/application';
import { uncovered } from '@callstitch/application';
import type { Pool, PoolClient } from 'pg';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { readRanges } from './id-ranges.js';

/** A claim as the database knows it. */
export interface StoredClaim extends Claim {
  readonly id: number;
}

/**
 * Claims of one generator. A claim lives as long as the session that holds its advisory lock: when a generator is
 * killed its connection goes, and the next one takes the span over at once.
 */
export class Claims {
  private session: PoolClient | null = null;
  private readonly held = new Set<number>();
  /** Sources whose row of progress, on which choosers meet, is known to be there. */
  private readonly sources = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly pool: Pool) {}

  private async connection(): Promise<PoolClient> {
    if (this.session === null) {
      const session = await this.pool.connect();
      // A lost session has lost its locks: claims made on it are anybody's, and the next claim opens another.
      session.once('error', () => {
        if (this.session === session) this.session = null;
        this.held.clear();
        this.sources.clear();
      });
      this.session = session;
      // A claim dies with its session, so none has to survive a crash of the server.
      await session.query('set synchronous_commit = off');
    }
    return this.session;
  }

  /** Claims what `choose` picks out of the unread spans that nobody alive has claimed, newest first; null when it picks none. */
  claim(source: string, within: IdSpan, choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>): Promise<StoredClaim | null> {
    return this.inTurn(() => this.claimNow(source, within, choose));
  }

  /** One connection, one thing at a time. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async claimNow(
    source: string,
    within: IdSpan,
    choose: (unread: readonly IdSpan[]) => Promise<IdSpan | null>,
  ): Promise<StoredClaim | null> {
    const client = await this.connection();
    if (!this.sources.has(source)) {
      await client.query('insert into cel_progress (source) values ($1) on conflict do nothing', [source]);
      this.sources.add(source);
    }
    await client.query('begin');
    try {
      // One chooses at a time.
      const progress = await client.query<{ read: string }>('select read::text from cel_progress where source = $1 for update', [source]);
      await client.query(
        `delete from cel_claim where source = $1 and not id = any($2::int[]) and pg_try_advisory_xact_lock(${ADVISORY_LOCKS.claim}, id)`,
        [source, [...this.held]],
      );
      const claimed = await client.query<{ span: string }>('select span::text from cel_claim where source = $1', [source]);
      const taken = [...readRanges(progress.rows[0]?.read ?? '{}'), ...claimed.rows.flatMap(({ span }) => readRanges(span))];
      const span = await choose(uncovered(within, taken));
      if (span === null) {
        await client.query('commit');
        return null;
      }
      const inserted = await client.query<{ id: number }>(
        `with made as (insert into cel_claim (source, span) values ($1, int8range($2, $3)) returning id)
         select id, pg_advisory_lock(${ADVISORY_LOCKS.claim}, id) from made`,
        [source, span.from, span.until],
      );
      await client.query('commit');
      const { id } = inserted.rows[0] as { id: number };
      this.held.add(id);
      return { id, span };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Gives a claim back; one that a write settled is gone already. */
  release({ id }: StoredClaim): Promise<void> {
    return this.inTurn(async () => {
      if (!this.held.delete(id) || this.session === null) return;
      await this.session.query(
        `with gone as (delete from cel_claim where id = $1) select pg_advisory_unlock(${ADVISORY_LOCKS.claim}, $1::int)`,
        [id],
      );
    });
  }

  /** Ends the session, and with it every claim that is still held. */
  close(): void {
    this.session?.release(true);
    this.session = null;
    this.held.clear();
  }
}
