import type { CelStore, StillUntold } from '@callstitch/application';
import { uncovered } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { readRanges } from '../book/id-ranges.js';

/** Counts what was silent before an instant and is not told; a refused conversation that waits has no teller. */
export async function untoldBefore(client: ClientBase, cels: CelStore, before: Instant): Promise<StillUntold> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from conversation
      where source = $1 and last_event_at < $2 and (state = 'open' or (state = 'refused' and teller = ''))`,
    [cels.source, formatInstant(before)],
  );
  return { unreadRows: await unreadBefore(client, cels, before), conversations: rows[0]?.count ?? 0 };
}

async function unreadBefore(client: ClientBase, cels: CelStore, before: Instant): Promise<number> {
  const bounds = await cels.bounds();
  if (bounds === null) return 0;
  const until = Math.min(bounds.until, (await cels.firstIdSince(before)) ?? bounds.until);
  if (until <= bounds.from) return 0;
  const { rows } = await client.query<{ read: string }>('select read::text from cel_progress where source = $1', [cels.source]);
  return cels.count(uncovered({ from: bounds.from, until }, readRanges(rows[0]?.read ?? '{}')));
}
