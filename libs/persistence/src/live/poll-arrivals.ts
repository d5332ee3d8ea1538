import type { CelArrivals, IdSpan } from '@callstitch/application';
import { Endings } from '@callstitch/application';
import type { Linkedid } from '@callstitch/domain';
import type { Pool } from 'pg';
import { MissingIds } from './missing-ids.js';

export interface PollArrivalsOptions {
  /** Of the database where the table `cel` is. */
  readonly pool: Pool;
  readonly seconds: number;
}

/** After more new rows than this it is quicker to look at everything unread. */
const MOST_ROWS = 20_000;

/** Ids this far below the first one seen may still be in flight. */
const FIRST_LOOK_BACK = 1_000;

const MS_PER_SECOND = 1_000;

interface Seen {
  readonly id: number;
  readonly linkedid: Linkedid;
  readonly eventtype: string;
}

/**
 * Looks at the table every few seconds: at rows above the highest id it has seen, and at ids below it that were missing,
 * because several writers do not commit in the order of their ids. A row that comes late is always worth a look.
 */
export function pollArrivals({ pool, seconds }: PollArrivalsOptions): CelArrivals {
  const name = 'poll';
  return {
    name,
    async listen(hear, lifetime) {
      const look = lookout(pool);
      let failures = 0;
      while (!lifetime.isStopped()) {
        try {
          const linkedids = await look();
          // Nobody waits: what is not told when live generation stops is found at its next start.
          if (linkedids === null || linkedids.length > 0) hear({ linkedids }).catch(() => undefined);
          failures = 0;
        } catch (error) {
          if (failures++ === 0) lifetime.onTrouble({ name, message: error instanceof Error ? error.message : String(error) });
        }
        await lifetime.pause(MS_PER_SECOND * seconds);
      }
    },
  };
}

/** Each call says which conversations may have ended, or changed late, since the one before; null when it cannot say. */
export function lookout(pool: Pool): () => Promise<readonly Linkedid[] | null> {
  const endings = new Endings();
  const missing = new MissingIds();
  let highest: number | null = null;
  return async () => {
    const { rows } = await pool.query<{ high: number | null }>('select max(id) as high from cel');
    const high = rows[0]?.high ?? 0;
    const before = highest;
    highest = high;
    if (before === null) {
      const within = { from: Math.max(1, high - FIRST_LOOK_BACK), until: high + 1 };
      missing.looked(
        within,
        (await newRows(pool, within)).map(({ id }) => id),
      );
      return [];
    }
    if (high < before || high - before > MOST_ROWS) {
      // Another table under the same name, or very many rows at once.
      missing.forget();
      return null;
    }
    if (high === before && missing.spans.length === 0) return [];
    const within = { from: before + 1, until: high + 1 };
    try {
      const [late, fresh] = await Promise.all([lateRows(pool, missing.spans), newRows(pool, within)]);
      missing.looked(
        within,
        [...late, ...fresh].map(({ id }) => id),
      );
      const ended = fresh.filter(({ eventtype }) => endings.isWorthALook(eventtype));
      return [...new Set([...late, ...ended].map(({ linkedid }) => linkedid))].filter((linkedid) => linkedid !== '');
    } catch (error) {
      highest = before;
      throw error;
    }
  };
}

async function newRows(pool: Pool, { from, until }: IdSpan): Promise<readonly Seen[]> {
  if (from >= until) return [];
  const { rows } = await pool.query<Seen>('select id, linkedid, eventtype from cel where id >= $1 and id < $2 order by id', [from, until]);
  return rows;
}

async function lateRows(pool: Pool, spans: readonly IdSpan[]): Promise<readonly Seen[]> {
  if (spans.length === 0) return [];
  const { rows } = await pool.query<Seen>(
    `select found.* from unnest($1::bigint[], $2::bigint[]) as span (low, until),
       lateral (select id, linkedid, eventtype from cel where id >= span.low and id < span.until) as found`,
    [spans.map(({ from }) => from), spans.map(({ until }) => until)],
  );
  return rows;
}
