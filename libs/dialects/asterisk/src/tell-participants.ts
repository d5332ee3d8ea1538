import type { Leg } from '@callstitch/correlation';
import type { CallRequested, Participant } from '@callstitch/domain';
import type { Course } from './journey.js';
import { rootRun } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';

/** Everybody who called, rang or spoke, each number once; a person with several phones answered when one of them did. */
export function tellParticipants(scene: Scene, { stretches }: Course, requested: CallRequested): Told<readonly Participant[]> {
  const { caller, parties, replay } = scene;
  const spoke = new Set<Leg>();
  for (const { kind, legs } of stretches) {
    if (kind === 'talk' || kind === 'consult' || kind === 'page' || kind === 'conference') for (const leg of legs) spoke.add(leg);
  }
  const first = replay.legs.find((leg) => leg.ear && leg !== caller.leg && rootRun(leg) !== null);
  const firstRoot = first === undefined ? null : rootRun(first);
  const found = new Map<string, Participant>();
  const source = caller.kind === 'pbx' ? null : parties.of(caller.leg);
  for (const leg of replay.legs) {
    if (!leg.ear) continue;
    const { number, name, entry } = parties.of(leg);
    const isSource = source !== null && number === source.number;
    const before = found.get(number);
    const answered = spoke.has(leg) || (!isSource && leg.origin !== 'caller' && leg.answer !== null);
    const dialled =
      number === requested.number || number === requested.internalNumber || (!isSource && firstRoot !== null && rootRun(leg) === firstRoot);
    found.set(number, {
      role: isSource ? 'source' : 'destination',
      userUuid: entry?.userUuid ?? null,
      lineId: entry?.lineId ?? null,
      name: before === undefined || before.name === '' ? name : before.name,
      number,
      answered: (before?.answered ?? false) || answered,
      requested: (before?.requested ?? false) || (dialled && !isSource),
      tags: entry?.tags ?? [],
    });
  }
  return {
    value: [...found.values()],
    rule: 'everybody-who-called-rang-or-spoke',
    cels: replay.legs.filter(({ ear }) => ear).map((leg) => leg.first),
  };
}
