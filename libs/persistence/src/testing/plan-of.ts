import type { Pool } from 'pg';

/** A step of a plan as `explain (format json)` prints it. */
interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Step[];
}

/** What PostgreSQL means to do for a statement. */
export interface Plan {
  /** Kinds of steps, each once. */
  readonly steps: readonly string[];
  /** Indexes by their names on the whole table, each once. */
  readonly indexes: readonly string[];
  /** Months and tables that are read, each once. */
  readonly tables: readonly string[];
}

/** Asks PostgreSQL how it would run a statement. */
export async function planOf(pool: Pool, sql: string, values: unknown[]): Promise<Plan> {
  const { rows } = await pool.query<{ 'QUERY PLAN': readonly { readonly Plan: Step }[] }>(`explain (format json) ${sql}`, values);
  const all = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => stepsOf(Plan)));
  const names = sorted(all.map((step) => step['Index Name']));
  const { rows: parents } = await pool.query<{ name: string }>(
    `select distinct coalesce(inhparent, to_regclass(name)::oid)::regclass::text as name
       from unnest($1::text[]) as name left join pg_inherits on inhrelid = to_regclass(name) order by 1`,
    [names],
  );
  return {
    steps: sorted(all.map((step) => step['Node Type'])),
    indexes: parents.map(({ name }) => name),
    tables: sorted(all.map((step) => step['Relation Name'])),
  };
}

function stepsOf(step: Step): readonly Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

function sorted(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
