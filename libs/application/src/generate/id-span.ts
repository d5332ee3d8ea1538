/** Row ids `[from, until)` of one source. */
export interface IdSpan {
  readonly from: number;
  readonly until: number;
}

/** The spans that cover some ids exactly, in ascending order: neighbouring ids make one span. */
export function spansOf(ids: Iterable<number>): readonly IdSpan[] {
  const sorted = [...new Set(ids)].sort((one, other) => one - other);
  const spans: { from: number; until: number }[] = [];
  for (const id of sorted) {
    const last = spans.at(-1);
    if (last?.until === id) last.until = id + 1;
    else spans.push({ from: id, until: id + 1 });
  }
  return spans;
}

/** What of a span some others do not cover, newest (highest ids) first. The others may overlap and stand in any order. */
export function uncovered(within: IdSpan, others: readonly IdSpan[]): readonly IdSpan[] {
  const ascending = [...others].sort((one, other) => one.from - other.from);
  const free: IdSpan[] = [];
  let from = within.from;
  for (const other of ascending) {
    if (other.from >= within.until) break;
    if (other.from > from) free.push({ from, until: other.from });
    if (other.until > from) from = other.until;
  }
  if (from < within.until) free.push({ from, until: within.until });
  return free.reverse();
}

/** What of some spans (newest first, not overlapping) some others do not cover, newest first. */
export function without(spans: readonly IdSpan[], others: readonly IdSpan[]): readonly IdSpan[] {
  const within = hullOf(spans);
  if (within === null) return [];
  return others.length === 0 ? spans : uncovered(within, [...others, ...uncovered(within, spans)]);
}

/** From the lowest to just above the highest id of some spans; null when there are none. */
export function hullOf(spans: readonly IdSpan[]): IdSpan | null {
  if (spans.length === 0) return null;
  let [from, until] = [Infinity, -Infinity];
  for (const span of spans) {
    from = Math.min(from, span.from);
    until = Math.max(until, span.until);
  }
  return { from, until };
}

/** The same ids in as few spans as possible, newest first. */
export function joined(spans: readonly IdSpan[]): readonly IdSpan[] {
  const within = hullOf(spans);
  return within === null ? [] : uncovered(within, uncovered(within, spans));
}

/** Tells of ids whether one of some spans (newest first, not overlapping) has them. */
export function covering(spans: readonly IdSpan[]): (id: number) => boolean {
  return (id) => {
    // The first span that begins at or below the id.
    let [first, last] = [0, spans.length];
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((spans[middle] as IdSpan).from <= id) last = middle;
      else first = middle + 1;
    }
    return id < (spans[first]?.until ?? -Infinity);
  };
}
