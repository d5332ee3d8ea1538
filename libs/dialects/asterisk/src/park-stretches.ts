import type { Parking } from '@callstitch/correlation';
import type { Instant, SegmentEnd } from '@callstitch/domain';
import type { Scene } from './scene.js';
import type { Stretch } from './stretch.js';

/** Reasons in `PARK_END` (`res_parking.c`). */
const ENDS: Readonly<Record<string, SegmentEnd>> = {
  ParkedCallUnparked: 'retrieved',
  ParkedCallSwap: 'retrieved',
  ParkedCallTimeOut: 'park-timeout',
  ParkedCallGiveUp: 'hangup',
  ParkedCallFailed: 'hangup',
};

/** How long after parking the space is read out to the parker. */
const ANNOUNCED_WITHIN = 10_000_000;

/**
 * The parking space. No event names it: the retriever's `ParkedCall` does, or the digits that are read out to the
 * parker (as sound files, Asterisk 20.16 and later); otherwise it is what the call was sent to, or only the lot is known.
 */
function spaceOf(parking: Parking, { replay }: Scene): { readonly space: string; readonly known: boolean } {
  const retriever = replay.legs.find(({ channelName }) => parking.retriever !== '' && channelName === parking.retriever);
  const dialled = retriever?.runs.find(({ app }) => app === 'parkedcall');
  const argument = dialled?.data.split(',')[1] ?? '';
  if (argument !== '') return { space: argument, known: true };
  const until = (parking.from + ANNOUNCED_WITHIN) as Instant;
  const digits = replay.sounds
    .filter(
      ({ leg, cel, sound }) => leg !== parking.leg && cel.eventTime >= parking.from && cel.eventTime < until && /^digits\/\d$/.test(sound),
    )
    .map(({ sound }) => sound.slice('digits/'.length));
  if (digits.length > 0) return { space: digits.join(''), known: true };
  const sent = replay.blindTransfers.find(({ transferee }) => transferee === parking.leg);
  return { space: sent?.extension ?? parking.lot, known: false };
}

/** Time in parking lots. */
export function parkStretches(scene: Scene): readonly Stretch[] {
  return scene.replay.parkings.map((parking) => {
    const { space, known } = spaceOf(parking, scene);
    const details = { parkingLot: parking.lot, ...(known ? { parkingSpace: space } : {}) };
    return {
      kind: 'park',
      from: parking.from,
      until: parking.until,
      parties: [scene.parties.of(parking.leg).number, `parking ${space}`],
      endedBy: ENDS[parking.reason] ?? (parking.end === null && parking.leg.hangup === null ? 'cut' : 'hangup'),
      legs: [parking.leg],
      place: { kind: 'parking', number: space, context: null, details },
      cels: parking.end === null ? [parking.start] : [parking.start, parking.end],
    };
  });
}
