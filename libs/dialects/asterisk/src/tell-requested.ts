import type { AppRun } from '@callstitch/correlation';
import type { CallRequested, Cel } from '@callstitch/domain';
import { rootRun } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

/** Extensions that the dialplan moves through and nobody dials. */
export function isDialled(exten: string): boolean {
  return exten !== '' && !/^([sihtoae]|failed)$/.test(exten);
}

function dialled({ caller, replay, parties }: Scene): Told<{ readonly number: string; readonly context: string }> {
  const { leg, kind, run } = caller;
  const first = leg.start ?? leg.first;
  const told = (number: string, context: string, rule: string, ...cels: (Cel | null)[]): Told<{ number: string; context: string }> => ({
    value: { number, context },
    rule,
    cels: celsOf(...cels),
  });
  if (kind === 'click-to-call') {
    if (run !== null) return told(run.start.exten, run.start.context, 'extension-that-the-phone-was-sent-to', run.start);
    const other = replay.legs.find((candidate) => candidate !== leg && candidate.ear);
    if (other !== undefined) return told(parties.of(other).number, first.context, 'other-phone-of-the-originated-pair', other.first);
    return told(leg.reidentified?.cidNum ?? '', first.context, 'caller-id-given-to-originate', leg.reidentified);
  }
  if (kind === 'pbx') {
    if (leg.half !== null) return told(first.exten, first.context, 'extension-of-the-originated-local', first);
    return told(parties.of(leg).number, first.context, 'phone-that-was-originated', first);
  }
  if (isDialled(first.exten)) return told(first.exten, first.context, 'extension-at-the-start', first);
  const withDnid = leg.runs.find(({ start }) => start.cidDnid !== '')?.start ?? (leg.last.cidDnid === '' ? undefined : leg.last);
  if (withDnid !== undefined) return told(withDnid.cidDnid, first.context, 'dialled-number-of-the-channel', withDnid);
  const moved = leg.runs.find(({ start }) => isDialled(start.exten))?.start;
  if (moved !== undefined) return told(moved.exten, moved.context, 'first-extension-of-the-dialplan', moved);
  const rung = replay.legs.find((candidate) => candidate.ear && candidate !== leg);
  if (rung !== undefined) return told(parties.of(rung).number, first.context, 'first-phone-that-rang', rung.first);
  return told('', first.context, 'nothing-dialled', first);
}

/** Where the dialplan took an outside caller first: the extension behind the number that was dialled. */
function firstInside({ caller, replay }: Scene, number: string): AppRun | null {
  const { leg } = caller;
  const run = leg.runs.find(({ start }) => isDialled(start.exten) && start.exten !== number);
  if (run !== undefined) return run;
  const ear = replay.legs.find((candidate) => candidate.ear && candidate !== leg && rootRun(candidate)?.leg === leg);
  return ear?.rungBy ?? null;
}

/** What was dialled, exactly as the caller dialled it. */
export function tellRequested(scene: Scene): Told<CallRequested & { readonly number: string }> {
  const { value, rule, cels } = dialled(scene);
  const { number, context } = value;
  const outside = scene.caller.kind !== 'pbx' && scene.parties.of(scene.caller.leg).side.outside;
  const inside = outside ? firstInside(scene, number) : null;
  const internalNumber = inside === null ? null : isDialled(inside.start.exten) ? inside.start.exten : null;
  const entry = scene.parties.entryOf(internalNumber ?? number);
  return {
    value: {
      name: scene.parties.nameOf(internalNumber ?? number),
      number,
      context: context === '' ? null : context,
      internalNumber: internalNumber ?? entry?.number ?? null,
      internalContext: inside?.start.context ?? entry?.context ?? null,
      userUuid: entry?.userUuid ?? null,
    },
    rule,
    cels: celsOf(...cels, inside?.start),
  };
}
