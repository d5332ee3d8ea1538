import type { CallDestination, CallStatus } from '@callstitch/domain';
import type { Answer } from './tell-answer.js';
import type { Course } from './journey.js';
import { hangupCause } from './ring-end.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';
import { celsOf } from './told.js';

const BUSY = 17;
/** Normal clearing and time-outs: the call was given up, not refused by the network. */
const GIVEN_UP: ReadonlySet<number> = new Set([0, 16, 18, 19, 21, 26, 31, 127]);

/** How the call went; without an answer, what rang says why, and without any ringing the cause of the caller's hang-up does. */
export function tellStatus(
  scene: Scene,
  { stretches }: Course,
  answer: Told<Answer> | null,
  destination: CallDestination,
): Told<CallStatus> {
  if (answer !== null) return { value: 'answered', rule: answer.rule, cels: answer.cels };
  const told = (value: CallStatus, rule: string): Told<CallStatus> => ({
    value,
    rule,
    cels: celsOf(scene.caller.leg.hangup ?? scene.caller.leg.last),
  });
  if (destination.kind === 'voicemail') return told('voicemail', 'ended-in-a-mailbox');
  const rings = stretches.filter(({ kind }) => kind === 'ring');
  if (rings.length > 0) {
    if (rings.every(({ endedBy }) => endedBy === 'busy')) return told('busy', 'every-phone-was-busy');
    if (rings.every(({ endedBy }) => endedBy === 'unavailable')) return told('failed', 'no-phone-was-reachable');
    if (rings.every(({ endedBy }) => endedBy === 'unavailable' || endedBy === 'busy')) return told('busy', 'no-phone-was-free');
    return told('missed', 'rang-without-an-answer');
  }
  if (stretches.some(({ kind }) => kind !== 'hold')) return told('missed', 'heard-only-the-phone-system');
  const cause = hangupCause(scene.caller.leg);
  if (cause === BUSY) return told('busy', 'cause-of-the-hang-up');
  return cause === null || GIVEN_UP.has(cause) ? told('missed', 'cause-of-the-hang-up') : told('failed', 'cause-of-the-hang-up');
}
