import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownDatabase } from '@callstitch/bench';
import type { CallRows } from '@callstitch/cel-simulator';
import { createCelTable, migrate } from '@callstitch/persistence';
import type { Written } from './load/write-calls.js';
import { writeCalls } from './load/write-calls.js';
import type { Part, Stage, Told } from './part.js';
import type { Ground } from './stage/ground.js';
import { Nodes } from './stage/nodes.js';
import type { SkippedTrial, TrialName, TrialOptions, TrialResult } from './trial.js';
import { PARTS } from './trials/parts.js';
import { until } from './until.js';
import { exportFaults } from './verdict/export-faults.js';
import { jobFaults } from './verdict/job-faults.js';
import { judge } from './verdict/judge.js';
import { offlineCalls } from './verdict/offline.js';
import type { StoredCalls } from './verdict/stored-calls.js';
import { storedCalls } from './verdict/stored-calls.js';
import { caughtUpSeconds, slowestSeconds } from './watch/caught-up.js';
import { ChangeReader } from './watch/change-reader.js';
import { StreamReader } from './watch/stream-reader.js';

/** Runs one trial on a ground, with services and whatever else it needs of its own; nothing of these is left afterwards. */
export async function runTrial(trial: TrialName, options: TrialOptions, ground: Ground): Promise<TrialResult | SkippedTrial> {
  const directory = mkdtempSync(join(ground.directory, `${trial}-`));
  const part = await PARTS[trial](options, directory);
  if (typeof part === 'string') return { trial, nodes: options.nodes, skipped: part };
  try {
    const databaseUrl = await ownDatabase(ground.postgres.url, `trial_${trial}_${Date.now()}`);
    await migrate(databaseUrl);
    await createCelTable(databaseUrl);
    const { configuration, environment } = part;
    const nodes = await Nodes.start({ count: options.nodes, databaseUrl, directory, configuration, environment });
    try {
      const outcome = await underLoad(part, { nodes, databaseUrl, postgres: ground.postgres }, { ...options, calls: ground.calls });
      return { trial, nodes: options.nodes, ...outcome };
    } finally {
      await nodes.stop();
    }
  } finally {
    await part.close();
  }
}

type Outcome = Omit<TrialResult, 'trial' | 'nodes'>;

interface Load extends TrialOptions {
  readonly calls: readonly CallRows[];
}

async function underLoad(part: Part, stage: Stage, options: Load): Promise<Outcome> {
  const { nodes, databaseUrl } = stage;
  const paging = new ChangeReader(nodes);
  const streaming = new StreamReader(nodes);
  let restartedAt: number | null = null;
  let isDisturbed = true;
  const disturbing = pause((options.seconds / 3) * 1_000)
    .then(() => part.disturb(stage))
    .then((at) => (restartedAt = at))
    .finally(() => (isDisturbed = false));
  const [written] = await Promise.all([writeCalls(databaseUrl, options.calls, { ...options, mayEnd: () => !isDisturbed }), disturbing]);
  const calls = [...written.endedAt.keys()];
  await until(() => calls.every((call) => paging.firstSeenAt.has(call)));
  const told = await part.told?.(calls, stage);
  const offline = await offlineCalls(databaseUrl);
  let live = await storedCalls(databaseUrl);
  const isSettled = async (): Promise<boolean> => {
    live = await storedCalls(databaseUrl);
    return isSame(live, offline) && [paging.seqs, streaming.ids].every(({ length }) => length >= live.seqs.length);
  };
  await until(isSettled);
  const afterwards = [...nodes.ended(), ...(await jobFaults(nodes)), ...(await exportFaults(stage))];
  await Promise.all([paging.stop(), streaming.stop()]);
  const { faults, ...counts } = judge({ written: calls, live, offline, paged: paging.seqs, streamed: streaming.ids });
  const { refusals } = paging;
  const unanswered = part.mustAnswer && refusals.length > 0 ? [`The API refused ${refusals.length} requests, such as: ${refusals[0]}`] : [];
  return {
    ...{ calls: calls.length, rows: written.rows, ...counts, refusals: refusals.length },
    ...times(written, { shown: paging.firstSeenAt, told, restartedAt }),
    faults: [...faults, ...(told?.faults ?? []), ...unanswered, ...afterwards],
  };
}

function isSame(live: StoredCalls, offline: StoredCalls): boolean {
  return live.records.size === offline.records.size && [...offline.records].every(([call, record]) => live.records.get(call) === record);
}

interface Moments {
  readonly shown: ReadonlyMap<string, number>;
  readonly told: Told | undefined;
  readonly restartedAt: number | null;
}

function times(
  { endedAt }: Written,
  { shown, told, restartedAt }: Moments,
): Pick<Outcome, 'caughtUpSeconds' | 'slowestSeconds' | 'toldSeconds'> {
  const seen = (at: ReadonlyMap<string, number>) => [...endedAt].map(([call, ended]) => ({ endedAt: ended, seenAt: at.get(call) ?? null }));
  return {
    caughtUpSeconds: restartedAt === null ? null : caughtUpSeconds(seen(shown), restartedAt),
    slowestSeconds: slowestSeconds(seen(shown)),
    toldSeconds: told === undefined || restartedAt === null ? null : caughtUpSeconds(seen(told.firstAt), restartedAt),
  };
}
