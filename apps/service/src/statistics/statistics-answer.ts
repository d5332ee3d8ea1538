import type { AgentFigures, AgentTimes, QueueFigures, Statistics, StatisticsLine, WaitClass, Zone } from '@callstitch/application';
import { MOST_INTERVALS } from '@callstitch/application';
import { ApiError } from '../http/api-error.js';
import { noSuchRoute } from '../http/no-such-route.js';

const TOO_LARGE = {
  'hours-of-over-a-month': 'Maximum of 1 month for interval by hour',
  intervals: `Maximum of ${MOST_INTERVALS} intervals`,
};

/** Which of the two an answer is about. */
export type Counted = 'agent' | 'queue';

/** The id of a path; the 404 of a path that has none. */
export function countedIdOf(text: string, counted: Counted): number {
  if (!/^\d+$/.test(text)) throw noSuchRoute();
  const id = Number(text);
  if (!Number.isSafeInteger(id)) throw notFound(counted, id);
  return id;
}

/** The body of an answer; a 404 for an id that nobody has, a 400 for more intervals than an answer holds. */
export function statisticsAnswer<Figures>(
  told: Statistics<Figures>,
  { counted, id }: { readonly counted: Counted; readonly id: number | null },
  itemOf: (line: StatisticsLine<Figures>) => object,
): object {
  if (told.kind === 'unknown') throw notFound(counted, id ?? 0);
  if (told.kind === 'too-large') {
    const title = 'Date range is too large for the given interval';
    throw new ApiError(400, 'date-range-too-large-for-interval', title, TOO_LARGE[told.because]);
  }
  return { items: told.lines.map(itemOf), total: told.lines.length };
}

export function agentItem(zone: Zone): (line: StatisticsLine<AgentFigures>) => object {
  return (line) => ({
    ...times(line, zone),
    agent_id: line.subject.id,
    agent_number: line.subject.name.replace(/^Agent\//, ''),
    ...agentTimes(line.figures),
    queues: line.figures.queues.map(({ queueId, ...queue }) => ({ queue_id: queueId, ...agentTimes(queue) })),
  });
}

export function queueItem(zone: Zone): (line: StatisticsLine<QueueFigures>) => object {
  return (line) => ({
    ...times(line, zone),
    ...queueOf(line),
    received: line.figures.received,
    answered: line.figures.answered,
    abandoned: line.figures.abandoned,
    closed: line.figures.closed,
    not_answered: line.figures.notAnswered,
    saturated: line.figures.saturated,
    blocked: line.figures.blocked,
    average_waiting_time: line.figures.averageWaitingSeconds,
    answered_rate: line.figures.answeredRate,
    quality_of_service: line.figures.qualityOfService,
  });
}

export function waitsItem(zone: Zone): (line: StatisticsLine<readonly WaitClass[]>) => object {
  return (line) => ({ ...times(line, zone), ...queueOf(line), quality_of_service: line.figures });
}

function times({ from, until, subject }: StatisticsLine<unknown>, zone: Zone): object {
  return { from: from === null ? null : zone.isoTime(from), until: zone.isoTime(until), tenant_uuid: subject.tenantUuid };
}

const queueOf = ({ subject }: StatisticsLine<unknown>): object => ({ queue_id: subject.id, queue_name: subject.name });

function agentTimes({ loginSeconds, pauseSeconds, wrapupSeconds, answered, conversationSeconds }: AgentTimes): object {
  return {
    answered,
    conversation_time: conversationSeconds,
    login_time: loginSeconds,
    pause_time: pauseSeconds,
    wrapup_time: wrapupSeconds,
  };
}

function notFound(counted: Counted, id: number): ApiError {
  return new ApiError(404, `${counted}-not-found-with-given-id`, `No ${counted} found matching this ID`, { [`${counted}_id`]: id });
}
