import type { Interval, Zone } from '@callstitch/application';
import { zoneOf } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { readDateTime } from '../parameters/date-time.js';
import { Parameter } from '../parameters/parameter.decorator.js';
import type { Reader } from '../parameters/reading.js';
import { typeFault } from '../parameters/reading.js';
import { list, oneOf, text, wholeNumber } from '../parameters/readers.js';

/** An instant, or (naive) what a clock on the wall shows, as if it were in UTC. */
export interface ZonedTime {
  readonly at: Instant;
  readonly isNaive: boolean;
}

const OFFSET = /(Z|[T ].*[+-]\d{2}(:?\d{2})?)$/;
const TIME_OF_DAY = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const MOST = 9_007_199_254_740_991;

const zonedTime: Reader<ZonedTime> = {
  schema: { type: 'string', format: 'date-time' },
  read(raw) {
    const at = typeof raw === 'string' ? readDateTime(raw) : null;
    return at === null ? { faults: typeFault('datetime', 'Not a valid datetime') } : { value: { at, isNaive: !OFFSET.test(String(raw)) } };
  },
};

const zoneNames = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A zone by its IANA name, older names too. */
const zone: Reader<Zone> = {
  schema: { type: 'string' },
  read(raw) {
    const found = typeof raw === 'string' ? zoneOf(raw) : null;
    if (found !== null) return { value: found };
    const message = `Must be one of: ${zoneNames.join(', ')}.`;
    return { faults: [{ message, constraint_id: 'enum', constraint: { choices: zoneNames } }] };
  },
};

const WEEK_DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const numbers = list(wholeNumber({ min: -MOST, max: MOST }));

const weekDays: Reader<readonly number[]> = {
  schema: { type: 'array', items: { type: 'integer', enum: WEEK_DAYS } },
  read(raw) {
    const reading = numbers.read(raw);
    if ('faults' in reading) return reading;
    if (reading.value.every((day) => day >= 1 && day <= WEEK_DAYS.length)) return { value: [...new Set(reading.value)] };
    const message = `One or more of the choices you made was not in: ${WEEK_DAYS.join(', ')}.`;
    return { faults: [{ message, constraint_id: 'enum', constraint: { choices: WEEK_DAYS } }] };
  },
};

/** The parameters that all statistics have. */
export class StatisticsQuery {
  @Parameter(zonedTime, { description: 'figures at or after it; without an offset it is in timezone' })
  readonly from?: ZonedTime;

  @Parameter(zonedTime, { description: 'figures before it; without an offset it is in timezone' })
  readonly until?: ZonedTime;

  @Parameter(text({ form: TIME_OF_DAY }), { name: 'day_start_time', description: 'HH:MM, of which the hour counts; with day_end_time' })
  readonly dayStartTime?: string;

  @Parameter(text({ form: TIME_OF_DAY }), { name: 'day_end_time', description: 'HH:MM, the last hour that counts; with day_start_time' })
  readonly dayEndTime?: string;

  @Parameter(weekDays, { name: 'week_days', description: 'Monday is 1, Sunday 7; all of them unless said otherwise' })
  readonly weekDays?: readonly number[];

  @Parameter(zone, { description: 'IANA name; UTC unless said otherwise' })
  readonly timezone?: Zone;
}

/** Of all agents: the threshold is taken and says nothing. */
export class AgentsQuery extends StatisticsQuery {
  @Parameter(wholeNumber({ min: 0, max: MOST }), { name: 'qos_threshold', description: 'of no meaning for agents' })
  readonly threshold?: number;
}

const INTERVALS: readonly Interval[] = ['hour', 'day', 'month'];

/** Of one agent. */
export class AgentQuery extends AgentsQuery {
  @Parameter(oneOf(INTERVALS), { description: 'a line for each, and one for all of the time' })
  readonly interval?: Interval;
}

/** Of all queues. */
export class QueuesQuery extends StatisticsQuery {
  @Parameter(wholeNumber({ min: 0, max: MOST }), { name: 'qos_threshold', description: 'seconds in which a call is answered in time' })
  readonly threshold?: number;
}

/** Of one queue. */
export class QueueQuery extends QueuesQuery {
  @Parameter(oneOf(INTERVALS), { description: 'a line for each, and one for all of the time' })
  readonly interval?: Interval;
}

/** How long calls of one queue waited. */
export class WaitsQuery extends StatisticsQuery {
  @Parameter(list(wholeNumber({ min: 0, max: MOST })), {
    name: 'qos_thresholds',
    description: 'seconds; a class below each, and one above',
  })
  readonly thresholds?: readonly number[];

  @Parameter(oneOf(INTERVALS), { description: 'a line for each, and one for all of the time' })
  readonly interval?: Interval;
}
