import { parseDialTargets } from '@callstitch/correlation';
import type { Direction } from '@callstitch/domain';
import { rootRun } from './rung-from.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

/**
 * Inbound when the caller is outside; outbound when what an inside caller dialled leads straight outside.
 *
 * A forward or transfer to the outside leaves an internal call internal: the caller dialled a colleague. A queue
 * or group is inside whoever its members are, unless all that rang at first are outside.
 */
export function tellDirection(scene: Scene): Told<Direction> {
  const { caller, parties, replay } = scene;
  if (caller.kind === 'dialled') {
    const { side, cels } = parties.of(caller.leg);
    if (side.outside) return { value: 'inbound', rule: `caller-outside:${side.rule}`, cels: celsOf(caller.leg.first, ...cels) };
  }
  const reached = replay.legs.filter((leg) => leg.ear && leg !== caller.leg && rootRun(leg) !== null);
  const first = reached[0];
  if (first === undefined) {
    const run = caller.leg.runs.find(({ app }) => app === 'dial');
    const targets = run === undefined ? [] : parseDialTargets(run.data);
    if (run !== undefined && targets.length > 0 && targets.every(({ number }) => number !== '')) {
      return { value: 'outbound', rule: 'dialled-through-a-line-that-gave-no-channel', cels: [run.start] };
    }
    return { value: 'internal', rule: 'nobody-outside', cels: [caller.leg.first] };
  }
  const root = rootRun(first);
  const together = reached.filter((leg) => rootRun(leg) === root);
  const outside = together.every((leg) => parties.of(leg).side.outside);
  const forwarded = caller.leg.runs.some(({ start }) => start.cidRdnis !== '') || first.first.cidRdnis !== '' || replay.forwards.length > 0;
  if (!outside || root?.app === 'queue' || forwarded)
    return { value: 'internal', rule: 'reached-inside-first', cels: celsOf(root?.start, first.first) };
  return { value: 'outbound', rule: `reached-outside-first:${parties.of(first).side.rule}`, cels: celsOf(root?.start, first.first) };
}
