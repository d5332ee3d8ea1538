import type { Instant } from '@callstitch/domain';
import { formatInstant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';
import { holdSchemaLock } from './advisory-locks.js';
import type { Month } from './month-partition.js';
import { monthsOf, startOf } from './month-partition.js';

/** The tables that lie in months; a recording lies in the month of its call. */
export const PARTITIONED_TABLES = ['call_log', 'recording'] as const;

/** Names of the partitions that a pool has seen. */
const seen = new WeakMap<Pool, Set<string>>();

/** What a pool is making, so that who comes next waits for it on no connection of its own. */
const underway = new WeakMap<Pool, Promise<void>>();

/**
 * Makes the months in which calls with these starts are kept, where they are missing.
 *
 * Call it before the transaction that writes: it works on a connection of its own, so that a month is there for
 * everybody at once and stays when that transaction fails. Writers and readers are not blocked. Any date gets its
 * month, absurd ones too: a default partition would have to be searched, and emptied, before a month can be made.
 */
export function ensurePartitions(pool: Pool, starts: Iterable<Instant>): Promise<void> {
  const months = monthsOf(starts);
  const before = underway.get(pool) ?? Promise.resolve();
  const made = before.catch(() => undefined).then(() => ensureMonths(pool, months));
  underway.set(pool, made);
  return made;
}

async function ensureMonths(pool: Pool, months: readonly Month[]): Promise<void> {
  const known = seen.get(pool) ?? new Set<string>();
  if (partitionsOf(months).every(({ name }) => known.has(name))) return;
  const there = await existing(pool);
  if (partitionsOf(months).some(({ name }) => !there.has(name))) {
    for (const name of await makeMissing(pool, months)) there.add(name);
  }
  seen.set(pool, there);
}

/** Lets the next `ensurePartitions` look again; for when months were dropped. */
export function forgetPartitions(pool: Pool): void {
  seen.delete(pool);
}

/** The first instants of the months that a pool has seen, for a while. */
const starts = new WeakMap<Pool, { readonly until: number; readonly months: Promise<readonly Instant[]> }>();

const STARTS_KEPT_MS = 10_000;

/** Where the months begin in which call logs are kept; one made within the last seconds may be missing. */
export function monthStarts(pool: Pool): Promise<readonly Instant[]> {
  const kept = starts.get(pool);
  if (kept !== undefined && kept.until > Date.now()) return kept.months;
  const months = existing(pool).then((names) => [...names].flatMap((name) => startOf(name) ?? []));
  starts.set(pool, { until: Date.now() + STARTS_KEPT_MS, months });
  // What failed is asked again.
  months.catch(() => starts.delete(pool));
  return months;
}

interface Partition {
  readonly name: string;
  readonly table: string;
  readonly month: Month;
}

function partitionsOf(months: readonly Month[]): readonly Partition[] {
  return months.flatMap((month) => PARTITIONED_TABLES.map((table) => ({ name: `${table}_${month.suffix}`, table, month })));
}

async function existing(client: ClientBase | Pool): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = any ($1::regclass[])`,
    [PARTITIONED_TABLES],
  );
  return new Set(rows.map(({ name }) => name));
}

async function makeMissing(pool: Pool, months: readonly Month[]): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    // Nothing is in a month before a later commit, and that one writes down this one too.
    await client.query(`begin; set local synchronous_commit = off; ${holdSchemaLock('partitions')}`);
    // Somebody else may have made them while we waited.
    const there = await existing(client);
    const missing = partitionsOf(months).filter(({ name }) => !there.has(name));
    if (missing.length > 0) await client.query(missing.map(making).join(';\n'));
    await client.query('commit');
    client.release();
    return missing.map(({ name }) => name);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Attaching locks no reader or writer out, which `create table … partition of` would. */
function making({ name, table, month }: Partition): string {
  return `create table ${name} (like ${table} including defaults including constraints);
    alter table ${table} attach partition ${name} for values from ('${formatInstant(month.from)}') to ('${formatInstant(month.until)}')`;
}
