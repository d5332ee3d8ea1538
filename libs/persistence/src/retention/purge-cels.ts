import type { PurgeBatch } from '@callstitch/application';
import type { CallFilter, Instant } from '@callstitch/domain';
import { formatInstant, instant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { callFilterSql } from '../call-filter-sql.js';
import { lockedTransaction } from './locked-transaction.js';

/**
 * Which CELs may go, from `from` on: they were read, and their conversation was told, refused or purged, was silent since
 * before and is not held. Those of open conversations are still needed, and those of forgotten ones are to be told again.
 */
export function celsToPurge(source: string, before: Instant, held: CallFilter): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [source, formatInstant(before)];
  const heldSql = callFilterSql(held, (value) => `$${values.push(value)}`);
  const sql = `from cel
    join conversation_linkedid as link on link.source = $1 and link.linkedid = cel.linkedid
    join conversation as own on own.source = $1 and own.conversation_id = link.conversation_id
    join cel_progress as progress on progress.source = $1
   where cel.eventtime < $2::timestamptz and own.last_event_at < $2::timestamptz and own.state in ('told', 'refused', 'purged')
     and progress.read @> cel.id
     and not exists (select from call_log where id = own.call_log_id and started_at = own.started_at and (${heldSql}))`;
  return { sql, values };
}

interface PickedCel {
  readonly id: number;
  readonly eventtime: Instant;
}

/** Deletes some CELs, oldest first; the book still knows them as read. */
export async function purgeCels(
  client: ClientBase,
  {
    source,
    before,
    held,
    after,
    limit,
  }: {
    readonly source: string;
    readonly before: Instant;
    readonly held: CallFilter;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<PurgeBatch> {
  const { sql, values } = celsToPurge(source, before, held);
  let beyond = '';
  if (after !== null) {
    const [eventTime = 0, id = 0] = after.split('-').map(Number);
    values.push(formatInstant(instant(eventTime)), id);
    const start = `$${values.length - 1}::timestamptz`;
    beyond = `and cel.eventtime >= ${start} and (cel.eventtime, cel.id) > (${start}, $${values.length}::bigint)`;
  }
  values.push(limit);
  const { rows } = await client.query<PickedCel>(
    `select cel.id, cel.eventtime ${sql} ${beyond} order by cel.eventtime, cel.id limit $${values.length}`,
    values,
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const ids = rows.map(({ id }) => id);
  const { result, lockedMs } = await lockedTransaction(client, () => client.query('delete from cel where id = any($1::bigint[])', [ids]));
  return {
    tenants: new Map([['', result.rowCount ?? 0]]),
    next: last === undefined ? null : `${last.eventtime}-${last.id}`,
    lockedMs,
  };
}
