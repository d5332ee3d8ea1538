import type { CallsToPurge, KeepCalls, PurgeBatch } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { formatInstant, instant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { callFilterSql } from '../call-filter-sql.js';
import { archivedCalls, boundsOf } from './archived-calls.js';
import { lockedTransaction } from './locked-transaction.js';
import { CONSEQUENCES, PURGED } from './purge-statements.js';

interface Picked {
  readonly tenant_uuid: string;
  readonly started_at: Instant;
  readonly id: number;
  readonly version: number;
  readonly conversation_source: string;
  readonly conversation_id: string;
}

/**
 * Deletes some call logs of a month one by one: chosen and kept without a lock, then asked again under it. Most batches are still as
 * they were chosen; one that is not is undone and done again with care.
 */
export async function purgeCalls(
  client: ClientBase,
  runId: number,
  { calls, keep }: { readonly calls: CallsToPurge; readonly keep: KeepCalls | null },
): Promise<PurgeBatch> {
  const picked = await pick(client, calls);
  const last = picked.length === calls.limit ? picked.at(-1) : undefined;
  const next = last === undefined ? null : `${last.started_at}-${last.id}`;
  if (picked.length === 0) return { tenants: new Map(), next, lockedMs: 0 };
  const chosen = keep === null ? picked : await kept(client, keep, { picked, calls });
  const removal = { runId, calls, chosen };
  const unchanged = await lockedTransaction(client, () => removeUnchanged(client, removal));
  if (unchanged.result !== null) return { tenants: unchanged.result, next, lockedMs: unchanged.lockedMs };
  const { result, lockedMs } = await lockedTransaction(client, async () => {
    await lockConversations(client, chosen);
    return remove(client, removal);
  });
  return { tenants: result, next, lockedMs };
}

async function pick(client: ClientBase, { month, filter, after, limit }: CallsToPurge): Promise<readonly Picked[]> {
  const values: unknown[] = [formatInstant(month.from), formatInstant(month.until)];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  let beyond = '';
  if (after !== null) {
    const [startedAt = 0, id = 0] = after.split('-').map(Number);
    const start = bind(formatInstant(instant(startedAt)));
    beyond = `and started_at >= ${start}::timestamptz and (started_at, id) > (${start}::timestamptz, ${bind(id)}::bigint)`;
  }
  const { rows } = await client.query<Picked>(
    `select tenant_uuid, started_at, id, version, conversation_source, conversation_id from call_log
      where started_at >= $1 and started_at < $2 ${beyond} and (${callFilterSql(filter, bind)}) order by started_at, id limit ${bind(limit)}`,
    values,
  );
  return rows;
}

/** Keeps whole rows, and gives those that were kept in the version that was chosen: no other may be deleted. */
async function kept(
  client: ClientBase,
  keep: KeepCalls,
  { picked, calls: { month } }: { readonly picked: readonly Picked[]; readonly calls: CallsToPurge },
): Promise<readonly Picked[]> {
  const whole = await archivedCalls(client, { table: 'call_log', ids: picked.map(({ id }) => id), ...boundsOf(month) });
  await keep(whole);
  const versions = new Map(whole.map(({ callLog }) => [callLog.id, callLog.version]));
  return picked.filter(({ id, version }) => versions.get(id) === version);
}

/** First and in the order in which generators lock them: so nobody rewrites these call logs, and nobody waits in a circle. */
async function lockConversations(client: ClientBase, chosen: readonly Picked[]): Promise<void> {
  await client.query(
    `select from (select * from unnest($1::text[], $2::text[]) as gone (source, conversation_id) order by 1, 2) as gone,
       lateral (select from conversation as own where own.source = gone.source and own.conversation_id = gone.conversation_id
                 limit 1 for update) as locked`,
    [chosen.map(({ conversation_source }) => conversation_source), chosen.map(({ conversation_id }) => conversation_id)],
  );
}

interface Removal {
  readonly runId: number;
  readonly calls: CallsToPurge;
  readonly chosen: readonly Picked[];
}

function valuesOf({ runId, calls: { month }, chosen }: Removal): unknown[] {
  return [
    runId,
    formatInstant(month.from),
    formatInstant(month.until),
    chosen.map(({ tenant_uuid }) => tenant_uuid),
    chosen.map(({ started_at }) => formatInstant(started_at)),
    chosen.map(({ id }) => id),
    chosen.map(({ version }) => version),
  ];
}

interface Counted {
  readonly tenant_uuid: string;
  readonly count: number;
}

/**
 * The quick way: the conversations are written once, not locked first, still in the order in which generators lock them.
 * Undone, and null, when not all of them are as they were chosen.
 */
async function removeUnchanged(client: ClientBase, removal: Removal): Promise<ReadonlyMap<string, number> | null> {
  const { chosen } = removal;
  const values = valuesOf(removal);
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const sources = bind(chosen.map(({ conversation_source }) => conversation_source));
  const conversations = bind(chosen.map(({ conversation_id }) => conversation_id));
  const condition = callFilterSql(removal.calls.filter, bind);
  // Only a nested loop keeps the order.
  await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off; savepoint chosen');
  const { rows } = await client.query<Counted>(
    `with purged as (
       ${PURGED} from (
         select * from unnest($4::uuid[], $5::timestamptz[], $6::bigint[], $7::int[], ${sources}::text[], ${conversations}::text[])
           as one (its_tenant, its_start, its_id, its_version, its_source, its_conversation) order by its_source, its_conversation
       ) as one
        where own.source = its_source and own.conversation_id = its_conversation and own.call_log_id = its_id and own.version = its_version
       returning one.*
     ), gone as (
       delete from call_log using purged
        where tenant_uuid = its_tenant and started_at = its_start and id = its_id and call_log.version = its_version
          and started_at >= $2::timestamptz and started_at < $3::timestamptz and (${condition})
       returning tenant_uuid, started_at, id, call_log.version, conversation_source, conversation_id
     ), ${CONSEQUENCES}`,
    values,
  );
  if (rows.reduce((sum, { count }) => sum + count, 0) === chosen.length) return countsOf(rows);
  await client.query('rollback to savepoint chosen');
  return null;
}

function countsOf(rows: readonly Counted[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ tenant_uuid, count }) => [tenant_uuid, count]));
}

/** The careful way, after their conversations are locked. */
async function remove(client: ClientBase, removal: Removal): Promise<ReadonlyMap<string, number>> {
  const values = valuesOf(removal);
  const condition = callFilterSql(removal.calls.filter, (value) => `$${values.push(value)}`);
  const { rows } = await client.query<Counted>(
    `with gone as (
       delete from call_log using unnest($4::uuid[], $5::timestamptz[], $6::bigint[], $7::int[]) as one (its_tenant, its_start, its_id, its_version)
        where tenant_uuid = its_tenant and started_at = its_start and id = its_id and version = its_version
          and started_at >= $2::timestamptz and started_at < $3::timestamptz and (${condition})
       returning tenant_uuid, started_at, id, version, conversation_source, conversation_id
     ), purged as (
       ${PURGED} from gone where own.source = gone.conversation_source and own.conversation_id = gone.conversation_id
     ), ${CONSEQUENCES}`,
    values,
  );
  return countsOf(rows);
}
