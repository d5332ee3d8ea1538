import pg from 'pg';
import type { Stage } from '../part.js';
import { until } from '../until.js';

const ENDED = ['finished', 'error'];
const PATIENCE_MS = 60_000;

/** A recording whose file is missing: its export ends in `error`, when a worker has looked at it. */
const RECORDING = `
  insert into recording (tenant_uuid, started_at, uuid, call_log_id, recording_started_at, recording_ended_at, path)
  select tenant_uuid, started_at, gen_random_uuid(), id, started_at, ended_at, '/nowhere/at-all.wav' from call_log order by id limit 1
  returning call_log_id::int as id`;

/** Asks for an export after all that happened; says so when no worker takes it from the queue. It changes a call log: it comes last. */
export async function exportFaults({ nodes, databaseUrl }: Pick<Stage, 'nodes' | 'databaseUrl'>): Promise<readonly string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: number }>(RECORDING);
  await client.query('update call_log set recording_count = 1 where id = $1', [rows[0]?.id]);
  await client.end();
  const [url] = nodes.urls;
  if (url === undefined) return [];
  const headers = { 'X-Auth-Token': nodes.token };
  const body = JSON.stringify({ cdr_ids: rows.map(({ id }) => id) });
  const asked = await fetch(`${url}/1.0/cdr/recordings/media/export?recurse=true`, { method: 'POST', headers, body });
  const said = await asked.text();
  if (asked.status !== 202) return [`An export could not be asked for: ${asked.status} ${said}`];
  const { uuid } = JSON.parse(said) as { readonly uuid: string };
  const hasEnded = async (): Promise<boolean> => {
    const answer = await fetch(`${url}/1.0/exports/${uuid}`, { headers });
    return answer.ok && ENDED.includes(((await answer.json()) as { readonly status: string }).status);
  };
  return (await until(hasEnded, PATIENCE_MS)) ? [] : ['No worker took an export that was asked for after it'];
}
