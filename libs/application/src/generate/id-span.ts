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
