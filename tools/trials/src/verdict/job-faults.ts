import { until } from '../until.js';
import type { Nodes } from '../stage/nodes.js';

const JOB = 'statistics';

interface Item {
  readonly name: string;
  readonly last_runs: readonly { readonly id: number; readonly state: string }[];
}

/** Runs a job by each node after all that happened; says which node could not. */
export async function jobFaults(nodes: Nodes): Promise<readonly string[]> {
  const headers = { 'X-Auth-Token': nodes.token };
  const faults: string[] = [];
  for (const url of nodes.urls) {
    const answer = await fetch(`${url}/1.0/jobs/${JOB}/run`, { method: 'POST', headers });
    const said = await answer.text();
    if (answer.status !== 202) {
      faults.push(`A job could not be run: ${answer.status} ${said}`);
      continue;
    }
    const { run_id: id } = JSON.parse(said) as { readonly run_id: number };
    const hasEnded = async (): Promise<boolean> => {
      const { items } = (await (await fetch(`${url}/1.0/jobs`, { headers })).json()) as { readonly items: readonly Item[] };
      return items.find(({ name }) => name === JOB)?.last_runs.some((run) => run.id === id && run.state === 'succeeded') ?? false;
    };
    if (!(await until(hasEnded, 20_000))) faults.push(`A job that was run after it did not end well (run ${id})`);
  }
  return faults;
}
