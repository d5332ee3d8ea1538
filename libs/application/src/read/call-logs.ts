import type { CallLog, CallStatus, DestinationKind, Direction, Instant } from '@callstitch/domain';

/** Which call logs; what is absent does not restrict. Spans are half open. */
export interface CallLogFilter {
  readonly tenantUuid?: string;
  readonly startedFrom?: Instant;
  readonly startedUntil?: Instant;
  readonly direction?: Direction;
  readonly statuses?: readonly CallStatus[];
  /** Source, requested or destination number; `*` at one end stands for anything. */
  readonly number?: string;
  /** Part of a name or number of anybody who took part, in any case. */
  readonly search?: string;
  readonly tag?: string;
  readonly userUuid?: string;
  readonly destinationKind?: DestinationKind;
  readonly talkSecondsFrom?: number;
}

/** A page of call logs, newest first. */
export interface CallLogPage {
  readonly callLogs: readonly CallLog[];
  /** Where the next page begins, or null at the end. Stays right while call logs are added and removed. */
  readonly next: string | null;
}

/** Reads call logs as they stand. */
export interface CallLogs {
  find(filter: CallLogFilter, page: { readonly limit: number; readonly after: string | null }): Promise<CallLogPage>;
  get(id: number): Promise<CallLog | null>;
}
