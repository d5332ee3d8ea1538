import type { CallFilter, Instant } from '@callstitch/domain';
import { instant } from '@callstitch/domain';
import type { CallLog } from './call-log.js';

export type { CallFilter };

function at(date: Date): Instant {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError('a filter needs a valid Date');
  // Before the first and after the last instant that a call can have, the nearest one picks the same calls.
  return instant(Math.min(Math.max(milliseconds, 0), LATEST_MS) * 1_000);
}

const LATEST_MS = Date.UTC(2250, 0, 1);

/** Calls that started before a moment. */
export function startedBefore(date: Date): CallFilter {
  return { kind: 'started-before', at: at(date) };
}

/** Calls that ended before a moment. */
export function endedBefore(date: Date): CallFilter {
  return { kind: 'ended-before', at: at(date) };
}

/** Calls with a tag, whoever put it there; with `tagger`, only if that tagger did. */
export function tagged(tag: string, tagger: string | null = null): CallFilter {
  return { kind: 'tagged', tag, tagger };
}

/** Calls of one tenant. */
export function ofTenant(tenantUuid: string): CallFilter {
  return { kind: 'tenant', tenantUuid };
}

export function ofDirection(direction: CallLog['direction']): CallFilter {
  return { kind: 'direction', direction };
}

export function ofStatus(status: CallLog['status']): CallFilter {
  return { kind: 'status', status };
}

/** Calls in which people talked for at least so many seconds. */
export function talkedFor(seconds: number): CallFilter {
  if (!(seconds >= 0)) throw new RangeError('talkedFor needs a number of seconds that is not negative');
  return { kind: 'talked', seconds };
}

/** Calls that at least one filter picks; of no filter, none. */
export function some(...filters: readonly CallFilter[]): CallFilter {
  return { kind: 'some', filters };
}

/** Calls that every filter picks; of no filter, all. */
export function every(...filters: readonly CallFilter[]): CallFilter {
  return { kind: 'every', filters };
}

/** Calls that a filter does not pick. */
export function not(filter: CallFilter): CallFilter {
  return { kind: 'not', filter };
}
