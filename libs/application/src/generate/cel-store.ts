import type { Cel, Instant, Linkedid } from '@callstitch/domain';
import type { IdSpan } from './id-span.js';

/** The rows of a span. */
export interface SpanRead {
  readonly cels: readonly Cel[];
  /** Rows that say nothing usable, a time in the year 0 for instance: they are done with, and nothing else suffers. */
  readonly unusable: readonly { readonly id: number; readonly reason: string }[];
}

/** Asterisk's `cel` table of one source. Only ever read. */
export interface CelStore {
  /** Name of the source; every id belongs to it. */
  readonly source: string;
  /** From the lowest to just above the highest id there is, or null when there are no rows. */
  bounds(): Promise<IdSpan | null>;
  /**
   * The newest part of some spans (given newest first, not overlapping) that holds at most `count` rows: one span out
   * of one of them, or null when they hold no rows.
   */
  newestPart(spans: readonly IdSpan[], count: number): Promise<IdSpan | null>;
  /** How many rows some spans hold. */
  count(spans: readonly IdSpan[]): Promise<number>;
  /** Every row of a span, by id. */
  read(span: IdSpan): Promise<SpanRead>;
  /** Rows outside a span whose linkedid or uniqueid is one of these names. */
  readKin(names: readonly string[], outside: IdSpan | null): Promise<readonly Cel[]>;
  /** The lowest id of a row at or after an instant, or null. */
  firstIdSince(instant: Instant): Promise<number | null>;
  /**
   * How many rows at or after an instant each linkedid has, in one pass over them. A row without a linkedid is left out, and one of a
   * channel that is never a call.
   */
  rowsOfLinkedids(since: Instant): Promise<ReadonlyMap<Linkedid, number>>;
  /** What a row says in short, to know it again; null when no row has that id. */
  digestOf(id: number): Promise<string | null>;
  /** Those of some linkedids that rows still exist for. */
  stillThere(linkedids: readonly Linkedid[]): Promise<ReadonlySet<Linkedid>>;
}
