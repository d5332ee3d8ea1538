import type { PurgePlan, StorePreview } from '@callstitch/application';
import { TenantTally } from '@callstitch/application';
import type { CallFilter } from '@callstitch/domain';
import type { Pool } from 'pg';
import { callFilterSql } from '../call-filter-sql.js';
import { celsToPurge } from './purge-cels.js';

/** Counts what a plan picks; CELs only where the table is ours to purge. */
export async function countPlan(pool: Pool, plan: PurgePlan, cels: { readonly source: string } | null): Promise<StorePreview> {
  const tally = new TenantTally();
  const policies = plan.policies.map(({ policy }) => ({ policy, callLogs: 0 }));
  for (const { tenant_uuid, counts } of await callLogs(pool, plan)) {
    tally.add('callLogs', [[tenant_uuid, counts[0] ?? 0]]);
    policies.forEach((own, index) => (own.callLogs += counts[index + 1] ?? 0));
  }
  tally.add('recordings', await recordings(pool, plan));
  return { tenants: tally.result(), cels: cels === null ? 0 : await countCels(pool, plan, cels.source), policies };
}

type Row = { readonly tenant_uuid: string; readonly counts: readonly number[] };

async function callLogs(pool: Pool, { callLogs: filter, held, policies }: PurgePlan): Promise<readonly Row[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const unheld = (own: CallFilter): CallFilter => ({ kind: 'every', filters: [own, { kind: 'not', filter: held }] });
  const filters = [filter, ...policies.map((share) => unheld(share.callLogs))];
  const counts = filters.map((one) => `count(*) filter (where ${callFilterSql(one, bind)})::int`);
  const { rows } = await pool.query<Row>(
    `select tenant_uuid, array[${counts.join(', ')}] as counts from call_log
      where ${callFilterSql({ kind: 'some', filters }, bind)} group by tenant_uuid`,
    values,
  );
  return rows;
}

async function recordings(pool: Pool, plan: PurgePlan): Promise<readonly (readonly [string, number])[]> {
  const values: unknown[] = [];
  const condition = callFilterSql({ kind: 'some', filters: [plan.callLogs, plan.recordings] }, (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<{ tenant_uuid: string; count: number }>(
    `select tenant_uuid, count(*)::int as count from recording as own
      where path is not null and (deleted_at is not null or exists (
        select from call_log where call_log.tenant_uuid = own.tenant_uuid and call_log.started_at = own.started_at
          and call_log.id = own.call_log_id and (${condition})))
      group by tenant_uuid`,
    values,
  );
  return rows.map(({ tenant_uuid, count }) => [tenant_uuid, count]);
}

async function countCels(pool: Pool, { celsBefore, held }: PurgePlan, source: string): Promise<number> {
  if (celsBefore === null) return 0;
  const { sql, values } = celsToPurge(source, celsBefore, held);
  const { rows } = await pool.query<{ count: number }>(`select count(*)::int as count ${sql}`, values);
  return rows[0]?.count ?? 0;
}
