import type { Instant } from '@callstitch/domain';

/** One line of the change feed. `seq`s come in an order that never skips a late commit; their text means nothing. */
export interface CallLogChange {
  readonly seq: string;
  readonly at: Instant;
  readonly kind: 'created' | 'updated' | 'deleted' | 'purged';
  readonly callLogId: number;
  readonly tenantUuid: string;
  readonly conversationId: string;
  readonly version: number;
  /** The call log that this one is part of now. */
  readonly mergedInto: number | null;
}

/** Tells what happened to call logs. */
export interface ChangeFeed {
  /** What came after a `seq` (all for null); `next` is null when there is no more for now: go on later after the last `seq`. */
  after(
    seq: string | null,
    which: { readonly tenantUuids: readonly [string, ...string[]]; readonly limit: number },
  ): Promise<{ readonly changes: readonly CallLogChange[]; readonly next: string | null }>;
}
