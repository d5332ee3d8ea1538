import type { StatisticsChoice, Zone } from '@callstitch/application';
import { zoneOf } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import { invalidData } from '../parameters/read-parameters.js';
import type { StatisticsQuery, ZonedTime } from './statistics-query.js';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** What a query chooses; a 400 when its parameters contradict each other. */
export function choiceOf(query: Readonly<Partial<StatisticsQuery>>): StatisticsChoice {
  const zone = query.timezone ?? (zoneOf('UTC') as Zone);
  const instantOf = (time: ZonedTime | undefined): Instant | null =>
    time === undefined ? null : time.isNaive ? zone.instantOf(time.at) : time.at;
  const [from, until] = [instantOf(query.from), instantOf(query.until)];
  const { dayStartTime: start, dayEndTime: end, weekDays = WEEK } = query;
  const details = {
    ...(from !== null && until !== null && until <= from ? { until: 'Field must be greater than from' } : {}),
    ...(start !== undefined && end !== undefined && start >= end ? { day_start_time: 'Field must be lower than day_end_time' } : {}),
  };
  if (Object.keys(details).length > 0) throw invalidData(details);
  const hours = start === undefined || end === undefined ? null : { first: hourOf(start), last: hourOf(end) };
  return { from, until, hours, weekDays, zone };
}

const hourOf = (time: string): number => Number(time.slice(0, 2));
