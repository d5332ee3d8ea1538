import type { Instant } from '@callstitch/domain';
import type { AgentSums, CountedAgent, FiguresQuestion, QueueSums, StatisticsBook, WaitSums } from '../statistics/statistics-book.js';

interface At {
  readonly at: Instant;
}

/** What the tables of statistics hold. */
export interface StatisticsRows {
  readonly agents: readonly (Omit<CountedAgent, 'oldestAt'> & { readonly deleted: boolean })[];
  readonly queues: readonly (Omit<CountedAgent, 'oldestAt'> & { readonly deleted: boolean })[];
  readonly agentSlices: readonly (At & {
    readonly agent: number;
    readonly queue: number | null;
    readonly login: number;
    readonly pause: number;
    readonly wrapup: number;
  })[];
  readonly queueSlices: readonly (At &
    Omit<QueueSums, 'key' | 'part' | 'waitingSeconds' | 'answeredInTime'> & { readonly queue: number })[];
  readonly calls: readonly (At & {
    readonly queue: number;
    readonly agent: number | null;
    readonly status: string;
    readonly talk: number;
    readonly wait: number;
  })[];
}

const NO_TIMES = { loginSeconds: 0, pauseSeconds: 0, wrapupSeconds: 0, answered: 0, conversationSeconds: 0 };
const NO_SLICE = { total: 0, answered: 0, abandoned: 0, full: 0, closed: 0, joinempty: 0, leaveempty: 0, divertedByRatio: 0 };
const NO_CALL = { ...NO_SLICE, divertedByWait: 0, timeout: 0, waitingSeconds: 0, answeredInTime: 0 };
const HOUR = 3_600_000_000;

/** Figures in memory. */
export class MemoryStatisticsBook implements StatisticsBook {
  constructor(private readonly rows: StatisticsRows = { agents: [], queues: [], agentSlices: [], queueSlices: [], calls: [] }) {}

  agents(tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]> {
    const { agents, agentSlices } = this.rows;
    return Promise.resolve(
      countedOf(
        agents,
        agentSlices.map(({ agent, at }) => ({ key: agent, at })),
        tenantUuids,
        id,
      ),
    );
  }

  queues(tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]> {
    const { queues, queueSlices } = this.rows;
    return Promise.resolve(
      countedOf(
        queues,
        queueSlices.map(({ queue, at }) => ({ key: queue, at })),
        tenantUuids,
        id,
      ),
    );
  }

  agentSums(question: FiguresQuestion): Promise<readonly AgentSums[]> {
    const queueId = (key: number | null) => this.rows.queues.find((queue) => queue.key === key)?.id ?? null;
    const slices = this.rows.agentSlices.map(({ at, agent, queue, login, pause, wrapup }) => ({
      ...{ ...NO_TIMES, at, key: agent, queueId: queueId(queue) },
      ...{ loginSeconds: login, pauseSeconds: pause, wrapupSeconds: wrapup },
    }));
    const calls = this.rows.calls.flatMap(({ at, agent, queue, status, talk }) =>
      agent === null || status !== 'answered'
        ? []
        : [{ ...NO_TIMES, at, key: agent, queueId: queueId(queue), answered: 1, conversationSeconds: talk }],
    );
    return Promise.resolve(chosen([...slices, ...calls], question));
  }

  queueSums(question: FiguresQuestion, threshold: number | null): Promise<readonly QueueSums[]> {
    const slices = this.rows.queueSlices.map(({ queue, ...figures }) => ({ ...NO_CALL, ...figures, key: queue }));
    const calls = this.rows.calls.map(({ at, queue, status, wait }) => ({
      ...{ ...NO_CALL, at, key: queue, waitingSeconds: wait },
      answeredInTime: threshold !== null && status === 'answered' && wait <= threshold ? 1 : 0,
    }));
    return Promise.resolve(chosen([...slices, ...calls], question));
  }

  waitSums(question: FiguresQuestion, thresholds: readonly number[]): Promise<readonly WaitSums[]> {
    const calls = this.rows.calls.map(({ at, queue, status, wait }) => ({
      ...{ at, key: queue, waitClass: thresholds.filter((threshold) => threshold <= wait).length },
      ...{ answered: status === 'answered' ? 1 : 0, abandoned: status === 'abandoned' ? 1 : 0 },
    }));
    return Promise.resolve(chosen(calls, question));
  }
}

function countedOf(
  subjects: StatisticsRows['agents'],
  slices: readonly { readonly key: number; readonly at: Instant }[],
  tenantUuids: readonly string[],
  id?: number,
): readonly CountedAgent[] {
  return subjects
    .filter((one) => !one.deleted && tenantUuids.includes(one.tenantUuid) && (id === undefined || one.id === id))
    .map(({ deleted: _, ...one }) => {
      const times = slices.filter(({ key }) => key === one.key).map(({ at }) => at);
      return { ...one, oldestAt: times.length === 0 ? null : (Math.min(...times) as Instant) };
    });
}

function chosen<Row extends At & { readonly key: number }>(
  rows: readonly Row[],
  { keys, edges, zone, hours, weekDays }: FiguresQuestion,
): readonly (Omit<Row, 'at'> & { readonly part: number })[] {
  return rows.flatMap(({ at, ...row }) => {
    const part = edges.filter((edge) => edge <= at).length - 1;
    const wall = zone.wallOf(at);
    const hour = Math.floor(wall / HOUR) % 24;
    const counts =
      keys.includes(row.key) &&
      part >= 0 &&
      part < edges.length - 1 &&
      weekDays.includes(new Date(wall / 1_000).getUTCDay() || 7) &&
      (hours === null || (hour >= hours.first && hour <= hours.last));
    return counts ? [{ ...row, part }] : [];
  });
}
