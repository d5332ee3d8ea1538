import type { CallLogFilter } from '@callstitch/application';
import type { CallStatus, DestinationKind, Direction } from '@callstitch/domain';
import { wallClock } from '../wall-clock.js';
import { readMoment } from './read-moment.js';

/** The arguments that choose call logs. */
export interface FilterOptions {
  readonly from?: string;
  readonly until?: string;
  readonly direction?: Direction;
  readonly status?: readonly CallStatus[];
  readonly number?: string;
  readonly search?: string;
  readonly tag?: string;
  readonly user?: string;
  readonly kind?: DestinationKind;
  readonly minTalk?: number;
  readonly tenant?: string;
  readonly timezone: string;
}

/** The filter that arguments say; a time that is none is an ARGUMENT_INVALID. */
export function filterOf(options: FilterOptions): CallLogFilter {
  const { from, until, direction, status, number, search, tag, user, kind, minTalk, tenant, timezone } = options;
  const clock = wallClock(timezone);
  return {
    ...(from === undefined ? {} : { startedFrom: readMoment(from, clock) }),
    ...(until === undefined ? {} : { startedUntil: readMoment(until, clock) }),
    ...(direction === undefined ? {} : { direction }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(number === undefined ? {} : { number }),
    ...(search === undefined ? {} : { search }),
    ...(tag === undefined ? {} : { tag }),
    ...(user === undefined ? {} : { userUuid: user }),
    ...(kind === undefined ? {} : { destinationKind: kind }),
    ...(minTalk === undefined ? {} : { talkSecondsFrom: minTalk }),
    ...(tenant === undefined ? {} : { tenantUuid: tenant }),
  };
}
