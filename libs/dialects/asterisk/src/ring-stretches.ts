import type { AppRun, DialTarget, Leg } from '@callstitch/correlation';
import { parseDialTargets } from '@callstitch/correlation';
import type { Instant, SegmentEnd } from '@callstitch/domain';
import { ringEnd } from './ring-end.js';
import { rootRun } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Place, Stretch } from './stretch.js';

/** What several phones that rang together say about their end, the most telling first. */
const MOST_TELLING: readonly SegmentEnd[] = [
  'answered',
  'pickup',
  'forward',
  'answered-elsewhere',
  'abandoned',
  'no-answer',
  'declined',
  'busy',
  'unavailable',
  'cut',
];

interface Ringing {
  readonly root: AppRun | null;
  readonly legs: Leg[];
  until: Instant;
  readonly ends: SegmentEnd[];
}

/** When a leg stopped ringing: answered, taken by another, released, or no more known. */
function ringsUntil(leg: Leg, scene: Scene): Instant {
  const end = leg.answer ?? leg.hangup ?? leg.end;
  const picked = scene.replay.pickups.find((pickup) => pickup.picked === leg);
  const until = end?.eventTime ?? scene.replay.endedAt;
  return picked !== undefined && picked.cel.eventTime < until ? picked.cel.eventTime : until;
}

/** The legs that each run rang in the end, seen through Local channels. */
function rungByRoot(scene: Scene): ReadonlyMap<AppRun, readonly Leg[]> {
  const rung = new Map<AppRun, Leg[]>();
  for (const leg of scene.replay.legs) {
    const root = leg.ear ? rootRun(leg) : null;
    if (root === null) continue;
    const legs = rung.get(root);
    if (legs === undefined) rung.set(root, [leg]);
    else legs.push(leg);
  }
  return rung;
}

/**
 * The group that a run rings, or null: two destinations or more, rung from one extension which is none of them.
 *
 * Counted over all that the run rang itself, together or in a hunt one after the other; where a Local channel leads
 * on to, by a forward for instance, is that destination's affair.
 */
function groupOf(run: AppRun, legs: readonly Leg[], { parties }: Scene): Place | null {
  const { exten, context } = run.start;
  if (run.app === 'queue' || exten === '' || exten === 's') return null;
  const targets = parseDialTargets(run.data).map(targetNumber);
  const destinations = Math.max(new Set(targets).size, new Set(run.rang.map(({ endpoint }) => endpoint)).size);
  if (destinations < 2 || targets.includes(exten) || legs.some((leg) => parties.of(leg).number === exten)) return null;
  return { kind: 'group', number: exten, context, details: {} };
}

/** What a dial target rings, by number: the extension of a Local channel, the number behind a trunk, the endpoint's name. */
function targetNumber({ technology, endpoint, number }: DialTarget): string {
  if (technology.toLowerCase() === 'local') return endpoint.split('@', 1)[0] as string;
  return number === '' ? endpoint : number;
}

/** Who rang, from when until when, and how it ended; phones that one run rang together ring as one. */
export function ringStretches(scene: Scene): readonly Stretch[] {
  const ringing: Ringing[] = [];
  const latest = new Map<AppRun, Ringing>();
  for (const leg of scene.replay.legs) {
    if (!leg.ear || (leg.origin === 'caller' && (leg.rungBy === null || leg.start !== null))) continue;
    const root = rootRun(leg);
    const until = ringsUntil(leg, scene);
    const end = ringEnd(scene, leg, until);
    const before = root === null ? undefined : latest.get(root);
    if (before !== undefined && leg.first.eventTime < before.until) {
      before.legs.push(leg);
      before.ends.push(end);
      if (until > before.until) before.until = until;
      continue;
    }
    const ring: Ringing = { root, legs: [leg], until, ends: [end] };
    ringing.push(ring);
    if (root !== null) latest.set(root, ring);
  }
  const rung = rungByRoot(scene);
  const groups = new Map<AppRun, Place | null>();
  for (const [root, legs] of rung) groups.set(root, groupOf(root, legs, scene));
  return ringing.map((ring) => toStretch(ring, ring.root === null ? null : (groups.get(ring.root) ?? null), scene));
}

function toStretch({ legs, until, ends }: Ringing, place: Place | null, scene: Scene): Stretch {
  const first = legs[0] as Leg;
  const endedBy = MOST_TELLING.find((end) => ends.includes(end)) ?? 'no-answer';
  const decided = legs[ends.indexOf(endedBy)] as Leg;
  return {
    kind: 'ring',
    from: first.first.eventTime,
    until: endedBy === 'answered' || endedBy === 'pickup' ? ringsUntil(decided, scene) : until,
    parties: [...new Set(legs.map((leg) => scene.parties.of(leg).number))],
    endedBy,
    legs,
    place,
    cels: [first.first, decided.answer ?? decided.hangup ?? decided.last],
  };
}
