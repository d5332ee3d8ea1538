import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ownDatabase } from '@callstitch/bench';
import { createCelTable, migrate } from '@callstitch/persistence';
import pg from 'pg';
import { runTrial } from './run-trial.js';
import type { Ground } from './stage/ground.js';
import { openGround } from './stage/ground.js';
import { Nodes } from './stage/nodes.js';
import type { TrialName, TrialOptions } from './trial.js';
import { until } from './until.js';

/** As short as a trial can be that still has calls before, during and after. */
const SHORT = { callsPerSecond: 4, seconds: 4, awaySeconds: 1 };

let ground: Ground;
let underway: ReadonlyMap<TrialName, ReturnType<typeof runTrial>>;

beforeAll(async () => {
  ground = await openGround();
  // Those that leave the database alone wait for most of their time: they are made side by side.
  underway = new Map([
    ['node', started('node')],
    ['broker', started('broker', { awaySeconds: 5 })],
    ['webhook', started('webhook')],
  ]);
});
afterAll(() => ground.close());

function started(trial: TrialName, changed: Partial<TrialOptions> = {}): ReturnType<typeof runTrial> {
  const running = runTrial(trial, { ...SHORT, nodes: 1, ...changed }, ground);
  // It is heard by its test.
  running.catch(() => undefined);
  return running;
}

function expectAllWell(result: Awaited<ReturnType<typeof runTrial>>): void {
  if ('skipped' in result) {
    console.warn(`Not tried: ${result.skipped}.`);
    return;
  }
  expect(result).toMatchObject({ lost: 0, doubled: 0, differing: 0, faults: [] });
  expect(result.calls).toBeGreaterThanOrEqual(SHORT.callsPerSecond * SHORT.seconds);
}

interface Run {
  readonly tick: string;
  readonly attempt: number;
  readonly state: string;
  readonly pid: string;
}

const RUNS = `select tick::text, attempt, state, split_part(holder, ' ', 2) as pid from job_run where job = 'statistics' order by tick, attempt`;

test('of two services with the same schedules one runs each tick, once, and the other goes on when it is killed', async () => {
  const databaseUrl = await ownDatabase(ground.postgres.url, 'schedules');
  await migrate(databaseUrl);
  await createCelTable(databaseUrl);
  const directory = mkdtempSync(join(ground.directory, 'schedules-'));
  const configuration = "schedules: { timezone: Pacific/Chatham, statistics: '*/2 * * * * *' }\n";
  const nodes = await Nodes.start({ count: 2, databaseUrl, directory, configuration, environment: {} });
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const runs = async (): Promise<readonly Run[]> => (await client.query<Run>(RUNS)).rows;
  const ended = async (): Promise<readonly Run[]> => (await runs()).filter(({ state }) => state !== 'running');
  await until(async () => (await ended()).length >= 3);
  // Between two ticks: a run that dies with its node is another story, which its lease tells.
  await until(async () => (await runs()).every(({ state }) => state !== 'running'));
  await nodes.kill(0);
  const before = (await runs()).length;
  await until(async () => (await ended()).length >= before + 3);
  await nodes.stop();
  const all = await runs();
  await client.end();
  expect(all.length).toBeGreaterThanOrEqual(before + 3);
  expect(new Set(all.map(({ tick }) => tick)).size).toBe(all.length);
  expect(all.filter(({ tick, attempt, state }) => attempt !== 0 || state !== 'succeeded' || !/:[0-5][02468]\+00$/.test(tick))).toEqual([]);
  // Who lives runs all that come after.
  expect(new Set(all.slice(before).map(({ pid }) => pid)).size).toBe(1);
});

test.each<[TrialName, string]>([
  ['node', 'a service'],
  ['broker', 'a broker'],
  ['webhook', 'the receiver of a webhook'],
])('%s: no call is lost, doubled or told in another way when %s fails', async (trial) => {
  const result = await underway.get(trial);
  expect(result).toBeDefined();
  if (result !== undefined) expectAllWell(result);
});

test('postgres: no call is lost, doubled or told in another way by two services when their PostgreSQL fails', async () => {
  await Promise.allSettled(underway.values());
  expectAllWell(await started('postgres', { nodes: 2 }));
});
