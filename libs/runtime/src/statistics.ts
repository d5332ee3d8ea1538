import type { AgentFigures, QueueFigures, Statistics as Told, StatisticsAsked, StatisticsBook, WaitClass } from '@callstitch/application';
import { tellAgents, tellQueues, tellWaits } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { explained } from './database-failure.js';

type Asked = Omit<StatisticsAsked, 'now'>;

/** What agents and queues did, by the tables that another tool fills beside Asterisk's CELs. */
export interface Statistics {
  agents(asked: Asked): Promise<Told<AgentFigures>>;
  queues(asked: Asked, thresholdSeconds: number | null): Promise<Told<QueueFigures>>;
  waits(asked: Asked & { readonly id: number }, thresholds: readonly number[]): Promise<Told<readonly WaitClass[]>>;
}

/** Connects statistics with their tables; failures of the database are in a person's words. */
export function assembleStatistics(book: StatisticsBook, now: () => Instant): Statistics {
  return {
    agents: (asked) => explained(() => tellAgents({ ...asked, now: now() }, book)),
    queues: (asked, thresholdSeconds) => explained(() => tellQueues({ ...asked, now: now() }, thresholdSeconds, book)),
    waits: (asked, thresholds) => explained(() => tellWaits({ ...asked, now: now() }, thresholds, book)),
  };
}
