import type { Leg } from '@callstitch/correlation';
import { parseDialTargets } from '@callstitch/correlation';
import type { CallDestination, DestinationKind } from '@callstitch/domain';
import { isThreeWay } from './consults.js';
import type { Course } from './journey.js';
import { hangupCause } from './ring-end.js';
import { rootRun } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Place, Stretch } from './stretch.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

const USER_BUSY = 17;

function toPlace({ kind, number, context, details }: Place, { parties }: Scene): CallDestination {
  const entry = parties.entryOf(number);
  const inside = kind === 'user' || kind === 'voicemail';
  return {
    kind,
    name: parties.nameOf(number),
    number,
    context,
    channel: null,
    internalNumber: kind === 'external' ? null : number,
    internalContext: kind === 'external' ? null : context,
    line: null,
    userUuid: inside ? (entry?.userUuid ?? null) : null,
    details,
  };
}

function toPerson(leg: Leg, { parties }: Scene, details: Readonly<Record<string, string>>): CallDestination {
  const { number, name, side, entry } = parties.of(leg);
  const context = leg.first.context === '' ? null : leg.first.context;
  const kind: DestinationKind = side.outside ? 'external' : 'user';
  return {
    kind,
    name: name === '' ? parties.nameOf(number) : name,
    number,
    context: side.outside ? null : context,
    channel: leg.channelName,
    internalNumber: side.outside ? null : number,
    internalContext: side.outside ? null : (entry?.context ?? context),
    line: side.outside ? null : `${leg.technology}/${leg.endpoint}`,
    userUuid: entry?.userUuid ?? null,
    details,
  };
}

/** What stands between the number dialled and the person reached. */
function wayTo(stretches: readonly Stretch[], last: Stretch): Readonly<Record<string, string>> {
  const details: Record<string, string> = {};
  for (const { kind, from, place, endedBy, parties } of stretches) {
    if (from > last.from) break;
    if (kind === 'queue' && place !== null) details['queue'] = place.number;
    else if (kind === 'ring' && place !== null) details['group'] = place.number;
    else if (kind === 'park' && place !== null) Object.assign(details, place.details);
    if (kind === 'ring' && endedBy === 'pickup') details['pickedUpFrom'] = parties.join(',');
    if (kind === 'ring' && endedBy === 'forward') details['forwardedFrom'] = parties.join(',');
  }
  return details;
}

/** The other side of a last talk: not the caller; of several, or when the caller has left, who came last. */
function otherSide({ legs }: Stretch, { caller, parties }: Scene): Leg | undefined {
  const number = parties.of(caller.leg).number;
  const others = caller.kind === 'pbx' ? legs : legs.filter((leg) => leg !== caller.leg);
  return others.findLast((leg) => caller.kind === 'pbx' || parties.of(leg).number !== number) ?? others.at(-1);
}

/** Whether a stretch is a station of the call itself, rather than of a consultation or of a member of a queue. */
function isStation(stretch: Stretch, { consulted }: Course, scene: Scene): boolean {
  if (stretch.kind === 'hold' || stretch.kind === 'consult' || stretch.kind === 'announcement') return false;
  if (stretch.kind !== 'ring') return true;
  const first = stretch.legs[0] as Leg;
  if (first === scene.caller.leg && scene.caller.kind === 'click-to-call') return false;
  if (rootRun(first)?.app === 'queue') return false;
  return !consulted.some(
    ({ transfer, heard }) =>
      !isThreeWay(transfer, scene) && heard.some(({ legs }) => legs.includes(first)) && stretch.from < transfer.cel.eventTime,
  );
}

/** Where the dialplan led when nobody rang and nothing was entered. */
function withoutStation({ stretches }: Course, scene: Scene, dialled: string): Told<CallDestination> {
  const { caller, parties } = scene;
  if (caller.kind === 'pbx' && caller.leg.ear)
    return { value: toPerson(caller.leg, scene, {}), rule: 'phone-that-was-originated', cels: [caller.leg.first] };
  for (const run of caller.leg.runs) {
    const [target] = run.app === 'dial' ? parseDialTargets(run.data) : [];
    if (target === undefined) continue;
    const external = target.number !== '';
    const number = external ? target.number : (target.endpoint.split('@', 1)[0] as string);
    const entry = parties.entryOf(number);
    const place: Place = { kind: external ? 'external' : 'user', number: entry?.number ?? number, context: run.start.context, details: {} };
    return { value: toPlace(place, scene), rule: 'dialled-without-a-channel', cels: [run.start] };
  }
  const announced = stretches.find(({ kind }) => kind === 'announcement');
  if (announced?.place) return { value: toPlace(announced.place, scene), rule: 'only-an-announcement', cels: announced.cels };
  const context = caller.leg.first.context === '' ? null : caller.leg.first.context;
  // Busy without a ringing phone (do not disturb) is somebody's; congestion or an error tone is the phone system's own.
  const busy = hangupCause(caller.leg) === USER_BUSY;
  const kind = caller.kind === 'click-to-call' || busy ? 'user' : dialled === '' ? 'unknown' : 'ivr';
  return {
    value: toPlace({ kind, number: dialled, context, details: {} }, scene),
    rule: 'the-phone-system-itself',
    cels: celsOf(caller.leg.first, caller.leg.hangup),
  };
}

/** Where the conversation ended: the last station, whether anybody was reached there or not. */
export function tellDestination(scene: Scene, course: Course, dialled: string): Told<CallDestination> {
  const stations = course.stretches.filter((stretch) => isStation(stretch, course, scene));
  const last = stations.at(-1);
  if (last === undefined) return withoutStation(course, scene, dialled);
  const details = wayTo(course.stretches, last);
  if (last.place !== null) {
    const value = toPlace({ ...last.place, details: { ...details, ...last.place.details } }, scene);
    return { value, rule: `last-station:${last.kind}`, cels: last.cels };
  }
  const leg =
    last.kind === 'ring' ? (last.legs.findLast((ringing) => ringing !== scene.caller.leg) ?? last.legs[0]) : otherSide(last, scene);
  return { value: toPerson(leg ?? scene.caller.leg, scene, details), rule: `last-station:${last.kind}`, cels: last.cels };
}
