import type { CallLog, CallStatus, Direction } from '@callstitch/domain';
import { cleanText } from './clean-text.js';
import { duration } from './duration.js';
import { onTheWay } from './on-the-way.js';
import type { Paint } from './paint.js';
import { reachedPlace } from './reached-place.js';
import type { WallClock } from './wall-clock.js';

/** One call as people read it; the texts are safe to show. */
export interface CallRow {
  /** Empty outside of a database. */
  readonly id: string;
  readonly time: string;
  readonly direction: string;
  readonly from: string;
  readonly dialled: string;
  readonly reached: string;
  readonly status: string;
  readonly statusPaint: Paint;
  readonly talk: string;
  readonly way: string;
}

const DIRECTIONS: Readonly<Record<Direction, string>> = { internal: '↔ int', inbound: '← in', outbound: '→ out' };

/** A status by its colour. */
export const STATUS_PAINTS: Readonly<Record<CallStatus, Paint>> = {
  answered: 'green',
  missed: 'yellow',
  voicemail: 'cyan',
  busy: 'red',
  failed: 'red',
  blocked: 'red',
};

/** A call log as a row of the table. */
export function callRow(call: CallLog, clock: WallClock): CallRow {
  return {
    id: call.id === null ? '' : String(call.id),
    time: clock.dateAndTime(call.startedAt),
    direction: DIRECTIONS[call.direction],
    from: cleanText(person(call.source)),
    dialled: cleanText(call.requested.number ?? ''),
    reached: cleanText(reached(call)),
    status: call.status,
    statusPaint: STATUS_PAINTS[call.status],
    talk: call.answeredAt === null ? '' : duration(call.talkSeconds),
    way: cleanText(onTheWay(call)),
  };
}

/** Name and number of a party, the number once. */
export function person({ name, number }: { readonly name: string | null; readonly number: string | null }): string {
  return name === null || name === '' || name === number ? number || 'unknown' : `${name} ${number ?? ''}`.trimEnd();
}

/** Who or what was reached in the end; nobody when a person was only rung. */
function reached(call: CallLog): string {
  const place = reachedPlace(call);
  if (place !== null) return place;
  return call.status === 'answered' ? person(call.destination) : '';
}
