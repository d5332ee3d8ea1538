import type { CallLogFilter } from '@callstitch/application';
import type { CallStatus, DestinationKind, Direction } from '@callstitch/domain';
import { CallstitchError } from '@callstitch/domain';
import type { WallClock } from '../wall-clock.js';
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

/** The filter that arguments say; one that no call log can match is an ARGUMENT_INVALID. */
export function filterOf(options: FilterOptions): CallLogFilter {
  const { from, until, direction, status, number, search, tag, user, kind, minTalk, tenant, timezone } = options;
  return {
    ...spanOf(from, until, wallClock(timezone)),
    ...(direction === undefined ? {} : { direction }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(number === undefined ? {} : { number: numberSought(number) }),
    ...(search === undefined ? {} : { search: textSought(search) }),
    ...(tag === undefined ? {} : { tag }),
    ...(user === undefined ? {} : { userUuid: user }),
    ...(kind === undefined ? {} : { destinationKind: kind }),
    ...(minTalk === undefined ? {} : { talkSecondsFrom: minTalk }),
    ...(tenant === undefined ? {} : { tenantUuid: tenant }),
  };
}

function spanOf(
  from: string | undefined,
  until: string | undefined,
  clock: WallClock,
): Pick<CallLogFilter, 'startedFrom' | 'startedUntil'> {
  const span = {
    ...(from === undefined ? {} : { startedFrom: readMoment(from, clock) }),
    ...(until === undefined ? {} : { startedUntil: readMoment(until, clock) }),
  };
  if (span.startedFrom === undefined || span.startedUntil === undefined || span.startedFrom < span.startedUntil) return span;
  throw wrong(`--from "${from}" is not earlier than --until "${until}"; the calls between the two are meant.`);
}

/** `*` stands for anything at one end, and for nothing anywhere else. */
function numberSought(number: string): string {
  if (/^(?:[^*]+\*?|\*[^*]+)$/.test(number) && number.trim() !== '') return number;
  throw wrong(`"${number}" is not a number to look for; name it whole, or with * at one end such as 438*, or take --search for any part.`);
}

function textSought(text: string): string {
  if (text.trim() !== '') return text;
  throw wrong('--search is empty; write a part of a name or number.');
}

function wrong(sentence: string): CallstitchError {
  return new CallstitchError('ARGUMENT_INVALID', sentence);
}
