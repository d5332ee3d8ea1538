import type { Instant } from '@callstitch/domain';
import type { Leg, Stay } from './leg.js';
import type { Replay } from './replay.js';

/** A stretch in which the same legs heard each other, through one bridge or several joined by Local channels. */
export interface Hearing {
  readonly from: Instant;
  readonly until: Instant;
  /** Ears only, in order of their first row. */
  readonly legs: readonly Leg[];
  readonly bridgeIds: readonly string[];
  /** A channel that runs a conference application here; then others may hear as well. */
  readonly conference: Stay | null;
}

/** Larger rooms are told by their first ears; nobody reads more, and a rally of thousands stays fast. */
const MOST_EARS = 32;

/** Bridges in a row joined by Local channels; a longer chain is a loop. */
const MOST_BRIDGES = 32;

const CONFERENCE_APPS: ReadonlySet<string> = new Set(['confbridge', 'meetme']);

interface Room {
  readonly bridgeIds: readonly string[];
  readonly legs: readonly Leg[];
  readonly conference: Stay | null;
}

interface OpenHearing extends Room {
  readonly from: Instant;
}

/** Who is in the room that a bridge is part of: walks from bridge to bridge through the halves of Local channels. */
function roomAround(bridgeId: string, occupants: ReadonlyMap<string, ReadonlySet<Stay>>, staying: ReadonlyMap<Leg, Stay>): Room {
  const bridgeIds = [bridgeId];
  const legs: Leg[] = [];
  let conference: Stay | null = null;
  for (let index = 0; index < bridgeIds.length && legs.length < MOST_EARS; index++) {
    for (const stay of occupants.get(bridgeIds[index] as string) ?? []) {
      const { leg, run } = stay;
      if (run !== null && CONFERENCE_APPS.has(run.app)) conference ??= stay;
      if (leg.ear) {
        legs.push(leg);
        if (legs.length === MOST_EARS) break;
      } else if (leg.partner !== null && bridgeIds.length < MOST_BRIDGES) {
        const beyond = staying.get(leg.partner)?.bridgeId;
        if (beyond !== undefined && !bridgeIds.includes(beyond)) bridgeIds.push(beyond);
      }
    }
  }
  if (legs.length > 1) legs.sort((one, other) => one.first.eventTime - other.first.eventTime || one.first.id - other.first.id);
  return { bridgeIds, legs, conference };
}

function sameEars(one: Room, other: Room): boolean {
  return (
    one.legs.length === other.legs.length &&
    (one.conference === null) === (other.conference === null) &&
    one.legs.every((leg, index) => leg === other.legs[index])
  );
}

/** Two legs in a bridge of their own, once: most calls, and no sweep is needed for them. */
function plainHearing(stays: readonly Stay[]): Hearing[] | null {
  if (stays.length !== 2) return null;
  const [one, other] = stays as readonly [Stay, Stay];
  if (one.bridgeId !== other.bridgeId || !one.leg.ear || !other.leg.ear || one.leg === other.leg) return null;
  if (one.run !== null && CONFERENCE_APPS.has(one.run.app)) return null;
  if (other.run !== null && CONFERENCE_APPS.has(other.run.app)) return null;
  const from = Math.max(one.from, other.from) as Instant;
  const until = Math.min(one.until, other.until) as Instant;
  if (until <= from) return [];
  return [{ from, until, legs: [one.leg, other.leg], bridgeIds: [one.bridgeId], conference: null }];
}

/**
 * Who heard whom, from when until when: stretches with two ears or more, or one ear in a conference.
 *
 * Optimisation of a Local channel moves a real channel from one bridge to another within a millisecond; as
 * the same ears hear each other before and after, that is one stretch.
 */
export function hearings({ legs }: Replay): readonly Hearing[] {
  const stays: Stay[] = [];
  for (const leg of legs) for (const stay of leg.stays) if (!stay.holding && stay.until > stay.from) stays.push(stay);
  if (stays.length === 0) return [];
  const plain = plainHearing(stays);
  if (plain !== null) return plain;

  const changes = stays.flatMap((stay) => [
    { at: stay.from, stay, enters: true },
    { at: stay.until, stay, enters: false },
  ]);
  // Who leaves at an instant has left before anybody enters at it: spans are half open.
  changes.sort((one, other) => one.at - other.at || Number(one.enters) - Number(other.enters));

  const occupants = new Map<string, Set<Stay>>();
  const staying = new Map<Leg, Stay>();
  const roomOf = new Map<string, OpenHearing>();
  const heard: Hearing[] = [];

  const settle = (bridgeId: string, at: Instant): void => {
    const room = roomAround(bridgeId, occupants, staying);
    const before = roomOf.get(bridgeId);
    if (before !== undefined && sameEars(before, room) && before.bridgeIds.length === room.bridgeIds.length) return;
    for (const id of new Set([...(before?.bridgeIds ?? []), ...room.bridgeIds])) {
      const open = roomOf.get(id);
      if (open === undefined) continue;
      for (const member of open.bridgeIds) roomOf.delete(member);
      if (at > open.from) heard.push({ ...open, until: at });
    }
    if (room.legs.length < 2 && (room.legs.length < 1 || room.conference === null)) return;
    const hearing: OpenHearing = { ...room, from: at };
    for (const id of room.bridgeIds) roomOf.set(id, hearing);
  };

  for (let index = 0; index < changes.length;) {
    const at = (changes[index] as { at: Instant }).at;
    const touched = new Set<string>();
    for (; index < changes.length && changes[index]?.at === at; index++) {
      const { stay, enters } = changes[index] as { stay: Stay; enters: boolean };
      touched.add(stay.bridgeId);
      // What a Local half joined or parted lies beyond it as well.
      const beyond = stay.leg.partner === null ? undefined : staying.get(stay.leg.partner)?.bridgeId;
      if (beyond !== undefined) touched.add(beyond);
      if (enters) {
        const present = occupants.get(stay.bridgeId);
        if (present === undefined) occupants.set(stay.bridgeId, new Set([stay]));
        else present.add(stay);
        staying.set(stay.leg, stay);
      } else {
        occupants.get(stay.bridgeId)?.delete(stay);
        if (staying.get(stay.leg) === stay) staying.delete(stay.leg);
      }
    }
    for (const bridgeId of touched) settle(bridgeId, at);
  }
  heard.sort((one, other) => one.from - other.from || one.until - other.until);
  return joinSame(heard.filter((hearing) => !isCrossing(hearing)));
}

/** A third ear for less than this is one row out of order: who comes in was seen before who goes out. */
const CROSSING_MICROSECONDS = 50_000;

function isCrossing({ legs, from, until }: Hearing): boolean {
  return legs.length > 2 && until - from < CROSSING_MICROSECONDS;
}

/** Gaps up to this between the same ears are a move from bridge to bridge, not a silence. */
const MOVE_MICROSECONDS = 300_000;

/** So many stretches back, nothing of the same moment is found. */
const LOOK_BACK = 64;

/** Whether a stretch goes on in another one: the same ears, a moment later, and none of them elsewhere in between. */
function goesOnIn(joined: readonly Hearing[], hearing: Hearing): number {
  for (let index = joined.length - 1; index >= 0 && index >= joined.length - LOOK_BACK; index--) {
    const before = joined[index] as Hearing;
    if (before.until <= hearing.from && hearing.from - before.until <= MOVE_MICROSECONDS && sameEars(before, hearing)) return index;
    if (before.legs.some((leg) => hearing.legs.includes(leg))) return -1;
  }
  return -1;
}

function joinSame(heard: readonly Hearing[]): readonly Hearing[] {
  const joined: Hearing[] = [];
  for (const hearing of heard) {
    const index = goesOnIn(joined, hearing);
    if (index < 0) {
      joined.push(hearing);
      continue;
    }
    const before = joined[index] as Hearing;
    const bridgeIds = [...new Set([...before.bridgeIds, ...hearing.bridgeIds])];
    joined[index] = { ...before, until: hearing.until, bridgeIds };
  }
  return joined;
}
