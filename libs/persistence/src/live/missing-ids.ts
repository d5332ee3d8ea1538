import type { IdSpan } from '@callstitch/application';
import { uncovered } from '@callstitch/application';

/** Holes that a table has anyway, of rolled back rows or of ids given in strides, are looked for so often and no more. */
const MOST_LOOKS = 30;
const MOST_SPANS = 1_000;

interface Hole extends IdSpan {
  readonly looks: number;
}

/** Ids below those that were seen, of rows that may be committed yet. */
export class MissingIds {
  private holes: readonly Hole[] = [];

  get spans(): readonly IdSpan[] {
    return this.holes;
  }

  /** A look at `within` and at the holes saw these ids. */
  looked(within: IdSpan, ids: readonly number[]): void {
    const found = ids.map((id) => ({ from: id, until: id + 1 }));
    const old = this.holes.flatMap((hole) => uncovered(hole, those(hole, found)).map((left) => ({ ...left, looks: hole.looks + 1 })));
    const fresh = uncovered(within, those(within, found)).map((span) => ({ ...span, looks: 0 }));
    this.holes = [...fresh, ...old.filter(({ looks }) => looks < MOST_LOOKS)].slice(0, MOST_SPANS);
  }

  forget(): void {
    this.holes = [];
  }
}

/** Those of some spans that reach into one. */
function those({ from, until }: IdSpan, spans: readonly IdSpan[]): readonly IdSpan[] {
  return spans.filter((span) => span.until > from && span.from < until);
}
