import type { Cel } from '@callstitch/domain';

/** What became of a batch of rows. */
export interface Appended {
  readonly added: number;
  /** Rows that the table has already: nothing to do. */
  readonly known: number;
  /** Rows whose id belongs to another row; they are not written. */
  readonly conflicting: number;
}

/** A `cel` table of our own that rows may be added to. */
export interface CelTable {
  /**
   * Adds rows, each once, in one transaction. With `ownIds` the ids are those of the source and stay; otherwise
   * rows get new ids in the order given, and a row is known when one of the same content is there.
   */
  append(cels: readonly Cel[], options: { readonly ownIds: boolean }): Promise<Appended>;
}
