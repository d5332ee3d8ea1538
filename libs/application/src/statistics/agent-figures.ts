import type { AgentSums } from './statistics-book.js';

export interface AgentTimes {
  readonly loginSeconds: number;
  readonly pauseSeconds: number;
  readonly wrapupSeconds: number;
  readonly answered: number;
  readonly conversationSeconds: number;
}

/** What an agent did in some time: the times beside all queues with the calls of all queues, then each queue's. */
export interface AgentFigures extends AgentTimes {
  readonly queues: readonly (AgentTimes & { readonly queueId: number })[];
}

/** Calls count even where no times were written down. */
export function agentFigures(sums: readonly AgentSums[]): AgentFigures {
  const queueIds = [...new Set(sums.flatMap(({ queueId }) => (queueId === null ? [] : [queueId])))].sort((one, other) => one - other);
  const { answered, conversationSeconds } = added(sums);
  return {
    ...added(sums.filter(({ queueId }) => queueId === null)),
    answered,
    conversationSeconds,
    queues: queueIds.map((queueId) => ({ queueId, ...added(sums.filter((one) => one.queueId === queueId)) })),
  };
}

function added(sums: readonly AgentSums[]): AgentTimes {
  const sum = (figure: keyof AgentTimes): number => sums.reduce((total, one) => total + one[figure], 0);
  return {
    loginSeconds: sum('loginSeconds'),
    pauseSeconds: sum('pauseSeconds'),
    wrapupSeconds: sum('wrapupSeconds'),
    answered: sum('answered'),
    conversationSeconds: sum('conversationSeconds'),
  };
}
