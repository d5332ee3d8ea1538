import type { AppRun, Hearing, Leg, Replay } from '@callstitch/correlation';
import type { Cel } from '@callstitch/domain';
import { rootRun } from './rung-from.js';

/** How a conversation began. */
export interface Caller {
  readonly kind:
    /** Somebody dialled. */
    | 'dialled'
    /** The phone system rang a person's phone on that person's behalf, and then the other one. */
    | 'click-to-call'
    /** The phone system called somebody by itself: a wake-up call, a conference that dials out. */
    | 'pbx';
  /** The caller's channel; for `pbx` the channel whose caller id the called person saw. */
  readonly leg: Leg;
  /** Where the caller enters the dialplan, for `click-to-call`. */
  readonly run: AppRun | null;
  readonly rule: string;
  readonly cels: readonly Cel[];
}

/** The first run at another extension than the one the channel was made at: there the originated channel entered the dialplan. */
function enteredDialplan(leg: Leg): AppRun | null {
  const born = leg.start?.exten ?? '';
  return leg.runs.find((run) => run.start.exten !== born && run.start.exten !== '') ?? null;
}

function originatedPhone(leg: Leg, heard: readonly Hearing[]): Caller {
  const run = enteredDialplan(leg);
  if (run !== null) return { kind: 'click-to-call', leg, run, rule: 'originated-phone-entered-the-dialplan', cels: [leg.first, run.start] };
  const bridged = heard.find((hearing) => hearing.conference === null && hearing.legs.includes(leg));
  if (bridged !== undefined) return { kind: 'click-to-call', leg, run: null, rule: 'originated-phone-was-bridged', cels: [leg.first] };
  if (leg.answer === null && leg.reidentified !== null) {
    return { kind: 'click-to-call', leg, run: null, rule: 'originated-phone-did-not-answer', cels: [leg.first, leg.reidentified] };
  }
  return { kind: 'pbx', leg, run: null, rule: 'originated-to-an-application', cels: [leg.first] };
}

function originatedLocal(first: Leg, replay: Replay): Caller {
  const one = first.half === 1 ? first : (first.partner ?? first);
  const two = first.half === 2 ? first : (first.partner ?? first);
  const run = enteredDialplan(one);
  if (run !== null) {
    const rung = replay.legs.filter((leg) => leg.ear && rootRun(leg)?.leg === two);
    const leg = rung.find(({ answer }) => answer !== null) ?? rung[0];
    if (leg !== undefined)
      return { kind: 'click-to-call', leg, run, rule: 'originated-local-entered-the-dialplan', cels: [first.first, run.start] };
  }
  return { kind: 'pbx', leg: two, run: null, rule: 'originated-local-to-an-application', cels: [first.first] };
}

/** Finds who called; null when no channel of a person, line or dialplan is there. */
export function findCaller(replay: Replay, heard: readonly Hearing[]): Caller | null {
  const first = replay.legs.find((leg) => leg.ear || leg.half !== null);
  if (first === undefined) return null;
  if (first.origin === 'originated') return first.half === null ? originatedPhone(first, heard) : originatedLocal(first, replay);
  const ears = replay.legs.filter((leg) => leg.ear);
  const leg = ears.find(({ origin }) => origin === 'caller') ?? ears[0] ?? first;
  return { kind: 'dialled', leg, run: null, rule: 'first-channel-that-called-in', cels: [leg.first] };
}
