import type { Instant } from '@callstitch/domain';
import type { StatisticsChoice } from './statistics-choice.js';

/** An agent of a call centre, as its figures know it. */
export interface CountedAgent {
  /** By this its figures are found; another one than the phone system's `id`. */
  readonly key: number;
  readonly id: number;
  readonly tenantUuid: string;
  /** `Agent/1001` */
  readonly name: string;
  /** When its oldest figures begin; null without any. */
  readonly oldestAt: Instant | null;
}

export type CountedQueue = CountedAgent;

/** Figures are summed between these edges: `[edges[0], edges[1])` is part 0. */
export interface FiguresQuestion extends StatisticsChoice {
  readonly keys: readonly number[];
  /** Ascending, at least two. */
  readonly edges: readonly Instant[];
}

/** Sums of one agent in one part of time, for one queue or (null) for none. */
export interface AgentSums {
  readonly key: number;
  readonly part: number;
  readonly queueId: number | null;
  readonly loginSeconds: number;
  readonly pauseSeconds: number;
  readonly wrapupSeconds: number;
  readonly answered: number;
  readonly conversationSeconds: number;
}

/** Sums of one queue in one part of time. */
export interface QueueSums {
  readonly key: number;
  readonly part: number;
  readonly total: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly full: number;
  readonly closed: number;
  readonly joinempty: number;
  readonly leaveempty: number;
  readonly divertedByRatio: number;
  readonly divertedByWait: number;
  readonly timeout: number;
  readonly waitingSeconds: number;
  /** Answered within the threshold; 0 without one. */
  readonly answeredInTime: number;
}

/** Calls of one queue in one part of time that waited for the time between two thresholds. */
export interface WaitSums {
  readonly part: number;
  /** 0 for those below the first threshold. */
  readonly waitClass: number;
  readonly answered: number;
  readonly abandoned: number;
}

/** Figures of agents and queues that another tool writes beside Asterisk's CELs. Without its tables there is nobody to count. */
export interface StatisticsBook {
  /** Those that are not deleted, in the table's order; one `id` when it is named. */
  agents(tenantUuids: readonly string[], id?: number): Promise<readonly CountedAgent[]>;
  queues(tenantUuids: readonly string[], id?: number): Promise<readonly CountedQueue[]>;
  /** Several of the same agent, part and queue add up. */
  agentSums(question: FiguresQuestion): Promise<readonly AgentSums[]>;
  queueSums(question: FiguresQuestion, thresholdSeconds: number | null): Promise<readonly QueueSums[]>;
  /** `thresholds` ascending. */
  waitSums(question: FiguresQuestion, thresholds: readonly number[]): Promise<readonly WaitSums[]>;
}
