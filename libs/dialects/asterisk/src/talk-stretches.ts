import type { Hearing, Leg } from '@callstitch/correlation';
import type { Instant, SegmentEnd } from '@callstitch/domain';
import { conferencePlace, pagingRun } from './conference.js';
import type { Consultation } from './consults.js';
import type { Scene } from './scene.js';
import type { Stretch } from './stretch.js';
import { atOnce } from './stretch.js';

function endOf({ replay, hearings }: Scene, { legs, until }: Hearing): SegmentEnd {
  const has = (leg: Leg | null): boolean => leg !== null && legs.includes(leg);
  if (replay.attendedTransfers.some(({ by, second, cel }) => (has(by) || has(second)) && atOnce(cel.eventTime, until)))
    return 'attended-transfer';
  if (replay.parkings.some(({ leg, from }) => has(leg) && atOnce(from, until))) return 'park';
  if (replay.blindTransfers.some(({ by, cel }) => has(by) && atOnce(cel.eventTime, until))) return 'blind-transfer';
  if (hearings.some((other) => other.from === until && legs.every((leg) => other.legs.includes(leg)))) return 'joined';
  if (legs.some((leg) => leg.hangup !== null && atOnce(leg.hangup.eventTime, until))) return 'hangup';
  return legs.some((leg) => leg.end === null && leg.hangup === null) && until >= replay.endedAt ? 'cut' : 'left';
}

/** When the talk of a pair paused because one of them began a second call, or the talk's own end. */
function consultedFrom(hearing: Hearing, consulted: readonly Consultation[]): Instant {
  for (const { transfer, since, legs, heard } of consulted) {
    const waits =
      transfer.transferee !== null && hearing.legs.includes(transfer.transferee) && hearing.legs.some((leg) => legs.includes(leg));
    if (waits && !heard.includes(hearing) && since > hearing.from && since < hearing.until && hearing.from < transfer.cel.eventTime)
      return since;
  }
  return hearing.until;
}

/** Who spoke with whom: talks, consultations before transfers, conferences and pages. */
export function talkStretches(scene: Scene, consulted: readonly Consultation[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const hearing of scene.hearings) {
    const numbers = [...new Set(hearing.legs.map((leg) => scene.parties.of(leg).number))];
    const cels = hearing.legs.flatMap((leg) => leg.stays.find((stay) => hearing.bridgeIds.includes(stay.bridgeId))?.enter ?? []);
    const { legs, from } = hearing;
    const endedBy = endOf(scene, hearing);
    const page = hearing.conference === null ? null : pagingRun(scene, hearing);
    if (page !== null) {
      // Before the pager comes in, the phones only wait in the room.
      if (numbers.length < 2 || !legs.includes(page.leg)) continue;
      const place = { kind: 'group', number: page.start.exten, context: page.start.context, details: {} } as const;
      stretches.push({ kind: 'page', from, until: hearing.until, parties: numbers, endedBy, legs, place, cels });
    } else if (hearing.conference !== null) {
      const place = conferencePlace(hearing.conference);
      // Who only looks the room over before bringing somebody in consults it.
      const kind = consulted.some(({ heard }) => heard.includes(hearing)) ? 'consult' : 'conference';
      stretches.push({ kind, from, until: hearing.until, parties: [...numbers, `conference ${place.number}`], endedBy, legs, place, cels });
    } else if (numbers.length > 1 || legs.length > 1) {
      const kind = consulted.some(({ heard }) => heard.includes(hearing)) ? 'consult' : 'talk';
      const until = kind === 'talk' ? consultedFrom(hearing, consulted) : hearing.until;
      stretches.push({ kind, from, until, parties: numbers, endedBy, legs, place: null, cels });
    }
  }
  return stretches;
}
