import type { Cel } from '@callstitch/domain';

/** A row that could not be read, and why; the rows around it are unharmed. */
export interface BrokenRow {
  /** Which input it stands in, as the user named it. */
  readonly input: string;
  /** Number of the row in that input; the header is row 1. */
  readonly row: number;
  readonly reason: string;
}

/** Where CELs come from. */
export interface CelSource {
  /** Rows in batches, in the order in which they stand; rejects with a CallstitchError when the input as a whole is unusable. */
  read(onBroken: (row: BrokenRow) => void): AsyncIterable<readonly Cel[]>;
  /** Whether all rows read so far brought ids of their own; otherwise the reader counted. */
  readonly ownIds: () => boolean;
}
