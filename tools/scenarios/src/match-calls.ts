import type { CallLog } from '@callstitch/domain';
import type { TrueCall } from './truth.js';

/** Told calls beside the true ones; what has no partner is too many or lost. */
export interface Matched {
  readonly pairs: readonly { readonly told: CallLog; readonly truth: TrueCall }[];
  readonly tooMany: readonly CallLog[];
  readonly lost: readonly TrueCall[];
}

function likeness(told: CallLog, truth: TrueCall): number {
  return (
    (told.source.number === truth.from.number ? 4 : 0) +
    (told.requested.number === truth.dialed ? 2 : 0) +
    ((told.status === 'answered') === truth.answered ? 1 : 0)
  );
}

/** Pairs the calls of one scenario, in order of time and by who called and what was dialled. */
export function matchInOrder(told: readonly CallLog[], truths: readonly TrueCall[]): Matched {
  const free = [...told];
  const pairs: { told: CallLog; truth: TrueCall }[] = [];
  const lost: TrueCall[] = [];
  for (const truth of truths) {
    let best = -1;
    for (let index = 0; index < free.length; index++) {
      if (best < 0 || likeness(free[index] as CallLog, truth) > likeness(free[best] as CallLog, truth)) best = index;
    }
    const [call] = best < 0 ? [] : free.splice(best, 1);
    if (call === undefined) lost.push(truth);
    else pairs.push({ told: call, truth });
  }
  return { pairs, tooMany: free, lost };
}

/** Pairs the calls of a load run by the linkedid that the truth gives. */
export function matchByLinkedid(told: readonly CallLog[], truths: readonly TrueCall[]): Matched {
  const byLinkedid = new Map<string, CallLog>();
  for (const call of told) for (const linkedid of call.linkedids) byLinkedid.set(linkedid, call);
  const pairs: { told: CallLog; truth: TrueCall }[] = [];
  const lost: TrueCall[] = [];
  const used = new Set<CallLog>();
  for (const truth of truths) {
    const call = byLinkedid.get(truth.linkedid ?? '') ?? byLinkedid.get(truth.callerUniqueid ?? '');
    if (call === undefined || (used.has(call) && call.source.number !== truth.from.number)) lost.push(truth);
    else {
      used.add(call);
      pairs.push({ told: call, truth });
    }
  }
  return { pairs, tooMany: told.filter((call) => !used.has(call)), lost };
}
