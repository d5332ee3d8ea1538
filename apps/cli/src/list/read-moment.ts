import type { Instant } from '@callstitch/domain';
import { CallstitchError, isInstant } from '@callstitch/domain';
import type { WallClock } from '../wall-clock.js';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * The instant of a date, or of a date and a time, in the zone of a clock unless it names its own.
 *
 * An hour that the clocks skip is taken as if they had not been changed yet; of one that they repeat the first is taken.
 */
export function readMoment(text: string, clock: WallClock): Instant {
  const [, date = '', time = '00:00', seconds = '00', fraction = '', zone] = MOMENT.exec(text) ?? [];
  const asUtc = Date.parse(`${date}T${time}:${seconds}Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== date) throw notATime(text);
  const milliseconds = zone === undefined ? inZone(asUtc, clock) : asUtc - offset(zone);
  const microseconds = milliseconds * 1000 + Number(fraction.padEnd(6, '0'));
  if (!isInstant(microseconds)) throw notATime(text);
  return microseconds;
}

function offset(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number) as [number, number];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** Of the instants at which the clock shows a time, the first; without one, that of the clock before it was changed. */
function inZone(wall: number, clock: WallClock): number {
  const dayBefore = wall - ahead(wall - 86_400_000, clock);
  if (dayBefore + ahead(dayBefore, clock) === wall) return dayBefore;
  const dayAfter = wall - ahead(wall + 86_400_000, clock);
  return dayAfter + ahead(dayAfter, clock) === wall ? dayAfter : dayBefore;
}

/** Milliseconds by which the clock is ahead of UTC. */
function ahead(at: number, clock: WallClock): number {
  const second = Math.floor(at / 1000) * 1000;
  return Date.parse(`${clock.dateAndTime((second * 1000) as Instant).replace(' ', 'T')}Z`) - second;
}

function notATime(text: string): CallstitchError {
  return new CallstitchError('ARGUMENT_INVALID', `"${text}" is not a time; write it like 2026-11-23 or 2026-11-23T14:30.`);
}
