import type { CallLog, CallTag } from '@callstitch/domain';

/** New tags for a call log as it was read. */
export interface Retagging {
  readonly before: CallLog;
  readonly tags: readonly CallTag[];
}

/** Where tags of told calls are changed. */
export interface RetagBook {
  /**
   * Gives call logs new tags, in one transaction: the next version of each and an `updated` in the change feed. One that
   * changed since it was read is left alone. Resolves to the number of those that were changed.
   */
  retag(source: string, retaggings: readonly Retagging[]): Promise<number>;
}
