import type { CallLog, CallStatus, Direction } from './call-log.js';
import type { Instant } from './instant.js';

/**
 * Which call logs, as data: read in memory by `matches`, as SQL by `persistence`. A new kind comes with both readings
 * and its rows in the golden table, or not at all.
 */
export type CallFilter =
  /** At least one of them; of none, nothing. */
  | { readonly kind: 'some'; readonly filters: readonly CallFilter[] }
  /** All of them; of none, everything. */
  | { readonly kind: 'every'; readonly filters: readonly CallFilter[] }
  | { readonly kind: 'not'; readonly filter: CallFilter }
  /** Started before an instant. */
  | { readonly kind: 'started-before'; readonly at: Instant }
  /** Ended before an instant. */
  | { readonly kind: 'ended-before'; readonly at: Instant }
  /** Has a tag, whoever put it there, or put there by that tagger. */
  | { readonly kind: 'tagged'; readonly tag: string; readonly tagger: string | null }
  | { readonly kind: 'tenant'; readonly tenantUuid: string }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'status'; readonly status: CallStatus }
  /** Talked for at least so long. */
  | { readonly kind: 'talked'; readonly seconds: number };

/** A call log as far as filters look at it. */
export type FilteredCall = Pick<CallLog, 'startedAt' | 'endedAt' | 'tags' | 'tenantUuid' | 'direction' | 'status' | 'talkSeconds'>;

/** Whether a filter picks a call log. */
export function matches(filter: CallFilter, call: FilteredCall): boolean {
  switch (filter.kind) {
    case 'some':
      return filter.filters.some((one) => matches(one, call));
    case 'every':
      return filter.filters.every((one) => matches(one, call));
    case 'not':
      return !matches(filter.filter, call);
    case 'started-before':
      return call.startedAt < filter.at;
    case 'ended-before':
      return call.endedAt < filter.at;
    case 'tagged':
      return call.tags.some(({ tag, tagger }) => tag === filter.tag && (filter.tagger === null || tagger === filter.tagger));
    case 'tenant':
      return call.tenantUuid === filter.tenantUuid;
    case 'direction':
      return call.direction === filter.direction;
    case 'status':
      return call.status === filter.status;
    case 'talked':
      return call.talkSeconds >= filter.seconds;
  }
}
