import type { IdSpan } from '@callstitch/application';

/** Spans as PostgreSQL writes an `int8multirange`. */
export function multirangeText(spans: readonly IdSpan[]): string {
  return `{${spans.map(({ from, until }) => `[${from},${until})`).join(',')}}`;
}

/** The spans of an `int8multirange`, or of an `int8range`, as PostgreSQL prints it: always `[from,until)`. */
export function readRanges(text: string): readonly IdSpan[] {
  const spans: IdSpan[] = [];
  for (const [, from, until] of text.matchAll(/\[(-?\d+),(-?\d+)\)/g)) spans.push({ from: Number(from), until: Number(until) });
  return spans;
}
