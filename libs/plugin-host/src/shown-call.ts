import type { CallLog as DomainCallLog, Instant } from '@callstitch/domain';
import type { CallLog } from '@callstitch/plugin-api';
import { deepFreeze } from './deep-freeze.js';
import { FixedDate } from './fixed-date.js';

/** A call as plugins see it: a copy with Dates, frozen all the way down, Dates included. Milliseconds are cut, not rounded. */
export function shownCall(call: DomainCallLog): CallLog {
  return deepFreeze({
    ...call,
    startedAt: dateOf(call.startedAt),
    answeredAt: call.answeredAt === null ? null : dateOf(call.answeredAt),
    endedAt: dateOf(call.endedAt),
    linkedids: [...call.linkedids],
    source: { ...call.source },
    requested: { ...call.requested },
    destination: { ...call.destination, details: { ...call.destination.details } },
    answeredBy: call.answeredBy && { ...call.answeredBy },
    participants: call.participants.map((one) => ({ ...one, tags: [...one.tags] })),
    tags: call.tags.map((one) => ({ ...one })),
    recordings: call.recordings.map((one) => ({ ...one, startedAt: dateOf(one.startedAt), endedAt: dateOf(one.endedAt) })),
    hangup: { ...call.hangup },
    transfers: call.transfers.map((one) => ({ ...one, at: dateOf(one.at) })),
    journey: call.journey.map((one) => ({ ...one, from: dateOf(one.from), until: dateOf(one.until), parties: [...one.parties] })),
  });
}

function dateOf(at: Instant): Date {
  return new FixedDate(Math.floor(at / 1_000));
}
