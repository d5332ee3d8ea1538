import type { Instant } from '@callstitch/domain';

/** A part of time, `[from, until)`; null has no end on that side. */
export interface TimeWindow {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/**
 * Cuts a part of time into windows of whole months, in the order in which a list goes through it: few months first, then more
 * and more at once. A page that is full soon has PostgreSQL plan for a month rather than for all of them, which takes longer
 * than reading it; one that nothing fills is known to be empty after few statements. No instant is left out, also where no
 * month begins: the ends are open.
 */
export function timeWindows(monthStarts: readonly Instant[], whole: TimeWindow, descending: boolean): readonly TimeWindow[] {
  const { from, until } = whole;
  // Where one window ends and the next begins, in the order of the list; at a month's start when going back too.
  // Before the oldest month there is nothing.
  const after = from ?? Math.min(...monthStarts);
  const starts = monthStarts.filter((start) => start > after && (until === null || start < until));
  const edges = starts.toSorted((one, other) => (descending ? other - one : one - other));
  const windows: TimeWindow[] = [];
  let [at, months] = [0, 1];
  let edge: Instant | null = descending ? until : from;
  while (at < edges.length) {
    const next = edges[Math.min(at + months - 1, edges.length - 1)] as Instant;
    windows.push(descending ? { from: next, until: edge } : { from: edge, until: next });
    edge = next;
    at += months;
    months = windows.length < 2 ? 1 : months * 2;
  }
  windows.push(descending ? { from, until: edge } : { from: edge, until });
  return windows;
}
