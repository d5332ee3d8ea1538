import type { CallMonth } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ClientBase } from 'pg';

const MICROSECONDS_PER_MILLISECOND = 1_000;

/** End of the names of a month's tables, e.g. `2026_11`. */
const SUFFIX = /_(\d{4})_(\d{2})$/;

/** A month of call logs with its tables. */
export interface MonthTables extends CallMonth {
  readonly suffix: string;
}

/** The months that have a table of call logs, oldest first. */
export async function monthTables(client: ClientBase): Promise<readonly MonthTables[]> {
  const names = await childrenOf(client, 'call_log');
  return names.flatMap((name) => {
    const [, year, month] = SUFFIX.exec(name) ?? [];
    return year === undefined || month === undefined ? [] : [monthOf(Number(year), Number(month))];
  });
}

/** Names of the partitions or children of a table, in alphabetical order. */
export async function childrenOf(client: ClientBase, table: 'call_log' | 'recording' | 'purged_call_log'): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1',
    [table],
  );
  return rows.map(({ name }) => name);
}

/** The end of the names of a month's tables. */
export function suffixOf({ from }: CallMonth): string {
  return new Date(from / MICROSECONDS_PER_MILLISECOND).toISOString().slice(0, 7).replace('-', '_');
}

function monthOf(year: number, month: number): MonthTables {
  const at = (index: number): Instant => (Date.UTC(year, index, 1) * MICROSECONDS_PER_MILLISECOND) as Instant;
  const from = at(month - 1);
  return { from, until: at(month), suffix: suffixOf({ from, until: from }) };
}
