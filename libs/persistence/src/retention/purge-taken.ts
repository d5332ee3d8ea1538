import type { KeepCalls, PurgeBatch } from '@callstitch/application';
import { formatInstant, instant } from '@callstitch/domain';
import type { ClientBase } from 'pg';
import { holdSchemaLock } from '../advisory-locks.js';
import { archivedCalls } from './archived-calls.js';
import { lockedTransaction } from './locked-transaction.js';
import { childrenOf } from './month-tables.js';
import { CONSEQUENCES, PURGED } from './purge-statements.js';

/** `purged_call_log_2026_11_17`: the month, and the run that took it. */
const NAME = /^purged_call_log_(\d{4})_(\d{2})_(\d+)$/;

interface Taken {
  readonly table: string;
  readonly from: string;
  readonly until: string;
  readonly runId: number;
}

/** The first month that was taken and is not yet written down. */
async function firstTaken(client: ClientBase): Promise<Taken | null> {
  for (const table of await childrenOf(client, 'purged_call_log')) {
    const [, year, month, run] = NAME.exec(table) ?? [];
    if (year === undefined || month === undefined || run === undefined) continue;
    const at = (index: number): string => formatInstant(instant(Date.UTC(Number(year), index, 1) * 1_000));
    return { table, from: at(Number(month) - 1), until: at(Number(month)), runId: Number(run) };
  }
  return null;
}

/**
 * Writes down that some call logs of taken months are purged, in the order of their ids; a month that is through is
 * dropped. What a killed purge has written down already is passed over.
 */
export async function purgeTaken(
  client: ClientBase,
  {
    after,
    limit,
    keepOf,
  }: { readonly after: string | null; readonly limit: number; readonly keepOf: (runId: number) => Promise<KeepCalls | null> },
): Promise<PurgeBatch> {
  const taken = await firstTaken(client);
  if (taken === null) return { tenants: new Map(), next: null, lockedMs: 0 };
  const [table, id] = after?.split(' ') ?? [];
  const from = table === taken.table ? Number(id) : 0;
  const keep = await keepOf(taken.runId);
  if (keep !== null) await keepTaken(client, taken, { keep, from, limit });
  const { result, lockedMs } = await lockedTransaction(client, async () => {
    const edge = await client.query<{ id: number }>(`select id from ${taken.table} where id > $1 order by id limit $2`, [from, limit]);
    const until = edge.rows.at(-1)?.id ?? null;
    return { until, tenants: until === null ? new Map<string, number>() : await writeDown(client, taken, { from, until }) };
  });
  if (result.until === null) await dropTaken(client, taken);
  return { tenants: result.tenants, next: result.until === null ? 'the next month' : `${taken.table} ${result.until}`, lockedMs };
}

/** Nobody changes a taken month: what is kept here is what is written down next. */
async function keepTaken(
  client: ClientBase,
  taken: Taken,
  { keep, from, limit }: { readonly keep: KeepCalls; readonly from: number; readonly limit: number },
): Promise<void> {
  const { rows } = await client.query<{ id: number }>(`select id from ${taken.table} where id > $1 order by id limit $2`, [from, limit]);
  if (rows.length > 0) await keep(await archivedCalls(client, { ...taken, ids: rows.map(({ id }) => id) }));
}

async function writeDown(
  client: ClientBase,
  taken: Taken,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ tenant_uuid: string; count: number }>(
    `with gone as (
       ${PURGED} from ${taken.table} as taken
        where taken.id > $4 and taken.id <= $5 and own.source = taken.conversation_source and own.conversation_id = taken.conversation_id
          and own.state <> 'purged'
       returning taken.tenant_uuid, taken.started_at, taken.id, taken.version, taken.conversation_source, taken.conversation_id
     ), ${CONSEQUENCES}`,
    [taken.runId, taken.from, taken.until, from, until],
  );
  return new Map(rows.map(({ tenant_uuid, count }) => [tenant_uuid, count]));
}

/** The recordings' month goes with it when it is empty; while files are still to be removed it stays. */
async function dropTaken(client: ClientBase, { table }: Taken): Promise<void> {
  await client.query(`begin; ${holdSchemaLock('partitions')}; drop table ${table}; commit`);
}
