import type { PromisedArchive, PurgePlan, PurgeReport, PurgeRun, PurgedCall } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { ClientBase, Pool } from 'pg';

/** Records that a purge began. */
export async function beginRun(client: ClientBase, trigger: string, plan: PurgePlan): Promise<number> {
  const { rows } = await client.query<{ id: number }>('insert into purge_run (trigger, plan) values ($1, $2) returning id', [
    trigger,
    JSON.stringify(plan),
  ]);
  return (rows[0] as { id: number }).id;
}

/** Records how a purge ended. */
export async function endRun(
  client: ClientBase,
  runId: number,
  outcome: { readonly report: PurgeReport } | { readonly error: string },
): Promise<void> {
  const [report, error] = 'error' in outcome ? [null, outcome.error] : [JSON.stringify(outcome.report), null];
  await client.query('update purge_run set ended_at = now(), report = $2, error = $3 where id = $1', [runId, report, error]);
}

/** Records where a purge archives what it deletes. */
export async function promiseArchive(client: ClientBase, runId: number, place: string): Promise<void> {
  await client.query('update purge_run set archive = $2 where id = $1', [runId, place]);
}

/** Archives that were promised and are not finished. */
export async function promisedArchives(client: ClientBase): Promise<readonly PromisedArchive[]> {
  const { rows } = await client.query<PromisedArchive>(
    `select id as "runId", archive as place, plan from purge_run where archive is not null and archived_at is null order by id`,
  );
  return rows;
}

/** Records that an archive is finished. */
export async function archived(client: ClientBase, runId: number): Promise<void> {
  await client.query('update purge_run set archived_at = now() where id = $1', [runId]);
}

interface WhyRow {
  readonly call_log_id: number;
  readonly tenant_uuid: string;
  readonly conversation_id: string;
  readonly at: Instant;
  readonly run_id: number | null;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly trigger: string;
  readonly plan: PurgePlan;
  readonly report: PurgeReport | null;
  readonly error: string | null;
}

/** Looks a purged call log up in the change feed. */
export async function whyPurged(pool: Pool, callLogId: number): Promise<PurgedCall | null> {
  const { rows } = await pool.query<WhyRow>(
    `select call_log_id, tenant_uuid, conversation_id, at, run.id as run_id, run.started_at, run.ended_at, trigger, plan, report, error
       from call_log_change left join purge_run as run on run.id = purge_run_id where call_log_id = $1 and kind = 'purged' order by seq desc limit 1`,
    [callLogId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return { callLogId, tenantUuid: row.tenant_uuid, conversationId: row.conversation_id, purgedAt: row.at, run: runOf(row) };
}

function runOf(row: WhyRow): PurgeRun | null {
  if (row.run_id === null) return null;
  const { run_id: id, started_at: startedAt, ended_at: endedAt, trigger, plan, report, error } = row;
  return { id, startedAt, endedAt, trigger, plan, report, error };
}
