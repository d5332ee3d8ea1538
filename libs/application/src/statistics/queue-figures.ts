import type { QueueSums, WaitSums } from './statistics-book.js';

/** What a queue did in some time. */
export interface QueueFigures {
  readonly received: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly closed: number;
  readonly notAnswered: number;
  readonly saturated: number;
  readonly blocked: number;
  /** Whole seconds; null when nobody waited. */
  readonly averageWaitingSeconds: number | null;
  /** Percent with two decimals; closed and diverted calls do not count. */
  readonly answeredRate: number | null;
  /** Percent of the answered calls that were answered in time; null without a threshold. */
  readonly qualityOfService: number | null;
}

export function queueFigures(sums: readonly QueueSums[], thresholdSeconds: number | null): QueueFigures {
  const sum = (figure: keyof QueueSums): number => sums.reduce((total, one) => total + one[figure], 0);
  const [answered, abandoned, leaveempty, joinempty, full, notAnswered] = (
    ['answered', 'abandoned', 'leaveempty', 'joinempty', 'full', 'timeout'] as const
  ).map(sum) as [number, number, number, number, number, number];
  const waited = answered + abandoned + leaveempty + notAnswered;
  return {
    received: sum('total'),
    answered,
    abandoned,
    closed: sum('closed'),
    notAnswered,
    saturated: full + sum('divertedByWait') + sum('divertedByRatio'),
    blocked: joinempty + leaveempty,
    averageWaitingSeconds: waited === 0 ? null : Math.trunc(sum('waitingSeconds') / waited),
    answeredRate: percent(answered, waited + full + joinempty),
    qualityOfService: thresholdSeconds === null ? null : percent(sum('answeredInTime'), answered),
  };
}

/** How long calls waited that were answered or abandoned, from `min` seconds to less than `max`. */
export interface WaitClass {
  readonly min: number;
  readonly max: number | null;
  readonly answered: number;
  readonly abandoned: number;
}

/** A class below each threshold, and one above the last. */
export function waitClasses(sums: readonly WaitSums[], thresholds: readonly number[]): readonly WaitClass[] {
  return [...thresholds, null].map((max, index) => {
    const inClass = sums.filter(({ waitClass }) => waitClass === index);
    return {
      min: thresholds[index - 1] ?? 0,
      max,
      answered: inClass.reduce((total, { answered }) => total + answered, 0),
      abandoned: inClass.reduce((total, { abandoned }) => total + abandoned, 0),
    };
  });
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((10_000 * part) / whole) / 100;
}
