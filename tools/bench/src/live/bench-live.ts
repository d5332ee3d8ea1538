import { setTimeout as pause } from 'node:timers/promises';
import type { CallRows } from '@callstitch/cel-simulator';
import { callAgain, callsOf, insertCel } from '@callstitch/cel-simulator';
import type { Cel } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import { createCelTable, migrate } from '@callstitch/persistence';
import type { Pool } from 'pg';
import pg from 'pg';
import type { StartedService } from './started-service.js';
import { startedService } from './started-service.js';

export interface LiveOptions {
  readonly callsPerSecond: number;
  readonly seconds: number;
  readonly nodes: number;
  readonly dataDirectory: string;
}

export interface LiveResult {
  readonly calls: number;
  readonly rows: number;
  /** Of writing: what was reached, which may be less than what was asked. */
  readonly callsPerSecond: number;
  readonly rowsPerSecond: number;
  /** From the commit of a call's last row to an answer of the API that shows it, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Calls that were not shown when the last was written. */
  readonly backlog: number;
  /** Calls that were never shown. */
  readonly lost: number;
  /** Of the first node at the start, in the middle and at the end. */
  readonly rssMegabytes: readonly number[];
}

const POLL_MS = 10;
const LONGEST_WAIT_MS = 30_000;
const WRITERS = 24;
const PAGE = 1_000;

/** Writes calls row by row while the real service runs, and sees when each is told. */
export async function benchLive(url: string, recording: readonly Cel[], options: LiveOptions): Promise<LiveResult> {
  await migrate(url);
  await createCelTable(url);
  const nodes: StartedService[] = [];
  for (let node = 0; node < options.nodes; node++) nodes.push(await startedService(url, `${options.dataDirectory}/${node}`));
  const writers = new pg.Pool({ connectionString: url, max: WRITERS });
  try {
    return await measured(writers, nodes as [StartedService, ...StartedService[]], callsOf(recording), options);
  } finally {
    for (const node of nodes) await node.stop();
    await writers.end();
  }
}

async function measured(
  pool: Pool,
  [node, ...others]: readonly [StartedService, ...StartedService[]],
  calls: readonly CallRows[],
  { callsPerSecond, seconds }: LiveOptions,
): Promise<LiveResult> {
  const ended = new Map<string, number>();
  const shown = new Map<string, number>();
  const rssMegabytes = [node.rssMegabytes()];
  let isOver = false;
  const watching = watch(node, [node, ...others].find(({ token }) => token !== null)?.token ?? '', shown, () => isOver);
  const started = performance.now();
  const count = Math.round(callsPerSecond * seconds);
  const writing: Promise<number>[] = [];
  for (let number = 0; number < count; number++) {
    const wait = started + (number * 1_000) / callsPerSecond - performance.now();
    if (wait > 0) await pause(wait);
    if (number === Math.floor(count / 2)) rssMegabytes.push(node.rssMegabytes());
    writing.push(writeCall(pool, callAgain(calls[number % calls.length] as CallRows, number, instant(Date.now() * 1_000)), ended));
  }
  const rows = (await Promise.all(writing)).reduce((sum, one) => sum + one, 0);
  const took = (performance.now() - started) / 1_000;
  const backlog = ended.size - shown.size;
  const until = performance.now() + LONGEST_WAIT_MS;
  while (shown.size < ended.size && performance.now() < until) await pause(POLL_MS);
  isOver = true;
  await watching;
  rssMegabytes.push(node.rssMegabytes());
  const waits = [...ended]
    .flatMap(([linkedid, at]) => (shown.has(linkedid) ? [Math.max(0, (shown.get(linkedid) as number) - at)] : []))
    .sort((one, other) => one - other);
  const share = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
  return {
    ...{ calls: count, rows, callsPerSecond: count / took, rowsPerSecond: rows / took, backlog, lost: ended.size - waits.length },
    ...{ p50: share(0.5), p95: share(0.95), p99: share(0.99), rssMegabytes },
  };
}

/** Writes a call as Asterisk does: each row in a transaction of its own. */
async function writeCall(pool: Pool, call: CallRows, ended: Map<string, number>): Promise<number> {
  const client = await pool.connect();
  try {
    for (const cel of call) await client.query(insertCel(cel));
    ended.set((call.at(-1) as Cel).linkedid, performance.now());
  } finally {
    client.release();
  }
  return call.length;
}

interface Change {
  readonly seq: string;
  readonly conversation_id: string;
}

/** Asks for changes again and again, and notes when a conversation is shown first. */
async function watch(node: StartedService, token: string, shown: Map<string, number>, isOver: () => boolean): Promise<void> {
  let after = '';
  while (!isOver()) {
    const answer = await fetch(`${node.url}/1.0/changes?recurse=true&after=${encodeURIComponent(after)}&limit=${PAGE}`, {
      headers: { 'X-Auth-Token': token },
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    const { items } = (await answer.json()) as { readonly items: readonly Change[] };
    after = items.at(-1)?.seq ?? after;
    for (const { conversation_id: id } of items) {
      if (!shown.has(id)) shown.set(id, performance.now());
    }
    if (items.length === 0) await pause(POLL_MS);
  }
}
