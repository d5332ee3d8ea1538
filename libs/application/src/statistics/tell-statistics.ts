import type { Instant } from '@callstitch/domain';
import type { AgentFigures } from './agent-figures.js';
import { agentFigures } from './agent-figures.js';
import { monthAfter } from './intervals.js';
import type { Period } from './plan-periods.js';
import { planPeriods } from './plan-periods.js';
import type { QueueFigures, WaitClass } from './queue-figures.js';
import { queueFigures, waitClasses } from './queue-figures.js';
import type { CountedAgent, FiguresQuestion, StatisticsBook } from './statistics-book.js';
import type { Interval, StatisticsChoice } from './statistics-choice.js';

/** Whose figures, which of them, and cut into what. */
export interface StatisticsAsked {
  readonly tenantUuids: readonly string[];
  readonly choice: StatisticsChoice;
  /** One agent or queue; null for all of them, without intervals. */
  readonly id: number | null;
  readonly interval: Interval | null;
  readonly now: Instant;
}

/** One agent or queue in some time. */
export interface StatisticsLine<Figures> {
  readonly subject: CountedAgent;
  readonly from: Instant | null;
  readonly until: Instant;
  readonly figures: Figures;
}

/** `unknown` is an id that nobody has; `too-large` a choice with more intervals than an answer holds. */
export type Statistics<Figures> =
  | { readonly kind: 'told'; readonly lines: readonly StatisticsLine<Figures>[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-large'; readonly because: 'hours-of-over-a-month' | 'intervals' };

/** What agents did: each one of the tenants, or one of them by intervals with a line for all of the time at the end. */
export async function tellAgents(asked: StatisticsAsked, book: StatisticsBook): Promise<Statistics<AgentFigures>> {
  const agents = await book.agents(asked.tenantUuids, asked.id ?? undefined);
  return tell(agents, asked, (question) => book.agentSums(question), agentFigures);
}

/** What queues did; who waited for at most `thresholdSeconds` was answered in time. */
export async function tellQueues(
  asked: StatisticsAsked,
  thresholdSeconds: number | null,
  book: StatisticsBook,
): Promise<Statistics<QueueFigures>> {
  const queues = await book.queues(asked.tenantUuids, asked.id ?? undefined);
  return tell(
    queues,
    asked,
    (question) => book.queueSums(question, thresholdSeconds),
    (sums) => queueFigures(sums, thresholdSeconds),
  );
}

/** How long calls of a queue waited, by classes between thresholds (seconds, ascending). */
export async function tellWaits(
  asked: StatisticsAsked & { readonly id: number },
  thresholds: readonly number[],
  book: StatisticsBook,
): Promise<Statistics<readonly WaitClass[]>> {
  const [queue] = await book.queues(asked.tenantUuids, asked.id);
  if (queue === undefined) return { kind: 'unknown' };
  const keyed = async (question: FiguresQuestion) =>
    (await book.waitSums(question, thresholds)).map((sums) => ({ ...sums, key: queue.key }));
  return tell([queue], asked, keyed, (sums) => waitClasses(sums, thresholds));
}

async function tell<Sums extends { readonly key: number; readonly part: number }, Figures>(
  found: readonly CountedAgent[],
  { choice, id, interval, now }: StatisticsAsked,
  sumsOf: (question: FiguresQuestion) => Promise<readonly Sums[]>,
  figuresOf: (sums: readonly Sums[]) => Figures,
): Promise<Statistics<Figures>> {
  // Two of one id would be one taken twice.
  const subjects = id === null ? found : found.slice(0, 1);
  const [first] = subjects;
  if (first === undefined) return id === null ? { kind: 'told', lines: [] } : { kind: 'unknown' };
  if (interval === 'hour' && isOverAMonth(choice)) return { kind: 'too-large', because: 'hours-of-over-a-month' };
  const plans = subjects.map((subject) => planPeriods(choice, { oldestAt: subject.oldestAt, interval, now }));
  const [plan] = plans;
  if (plan === undefined || plan === null) return { kind: 'too-large', because: 'intervals' };
  const sums = await sumsOf({ ...choice, keys: subjects.map(({ key }) => key), edges: plan.edges });
  const lineOf = (subject: CountedAgent, { from, until, hasPart }: Period): StatisticsLine<Figures> => {
    const own = sums.filter(({ key, part }) => key === subject.key && hasPart(part));
    return { subject, from, until, figures: figuresOf(own) };
  };
  const lines = subjects.flatMap((subject, index) => (plans[index]?.periods ?? []).map((period) => lineOf(subject, period)));
  return { kind: 'told', lines };
}

function isOverAMonth({ from, until, zone }: StatisticsChoice): boolean {
  return from !== null && until !== null && until > monthAfter(from, zone);
}
