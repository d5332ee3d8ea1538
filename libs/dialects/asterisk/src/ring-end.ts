import type { Leg, Replay } from '@callstitch/correlation';
import type { Instant, SegmentEnd } from '@callstitch/domain';
import { extraNumber, extraText } from '@callstitch/domain';
import { onBehalfOf } from './rung-from.js';
import type { Scene } from './scene.js';
import { atOnce } from './stretch.js';

/** The Q.850 cause of a leg's `HANGUP`, or null. */
export function hangupCause(leg: Leg): number | null {
  return leg.hangup === null ? null : extraNumber(leg.hangup, 'hangupcause');
}

const BUSY = 17;
const CALL_REJECTED = 21;
const ANSWERED_ELSEWHERE = 26;

/** Causes that say that the phone or line could not be reached at all (Q.850, `causes.h`). */
const UNREACHABLE: ReadonlySet<number> = new Set([1, 2, 3, 6, 20, 22, 25, 27, 28, 34, 38, 41, 42, 44, 50, 52, 57, 58, 66, 88, 111]);

function isPicked({ replay, hearings }: Scene, leg: Leg, until: Instant): boolean {
  if (replay.pickups.some(({ picked }) => picked === leg)) return true;
  if (leg.answer !== null || leg.rungBy === null) return false;
  // An INVITE that replaces an early dialog takes the call without an event: a channel that called in now talks instead.
  const waiting = onBehalfOf(leg.rungBy.leg);
  return hearings.some(
    ({ from, legs }) =>
      atOnce(from, until) && legs.includes(waiting) && legs.some((other) => other !== waiting && isTakeover(replay, other, leg)),
  );
}

function isTakeover({ parkings }: Replay, other: Leg, ringing: Leg): boolean {
  return (
    other.origin === 'caller' &&
    other.first.eventTime >= ringing.first.eventTime &&
    other.runs.every(({ app }) => app !== 'dial' && app !== 'queue') &&
    !parkings.some(({ retriever }) => retriever === other.channelName)
  );
}

/** Why a leg that did not answer stopped ringing. */
export function ringEnd(scene: Scene, leg: Leg, until: Instant): SegmentEnd {
  if (leg.answer !== null) return 'answered';
  if (isPicked(scene, leg, until)) return 'pickup';
  const caller = leg.rungBy?.leg;
  // The redirection is told on the caller's channel, up to a ring time before the redirecting phone is released.
  if (caller !== undefined && scene.replay.forwards.some((forward) => forward.leg === caller && atOnce(forward.cel.eventTime, until)))
    return 'forward';
  const cause = hangupCause(leg);
  if (cause === null) return leg.end === null ? 'cut' : 'no-answer';
  if (cause === BUSY) return 'busy';
  if (cause === CALL_REJECTED) return 'declined';
  if (cause === ANSWERED_ELSEWHERE) return 'answered-elsewhere';
  if (UNREACHABLE.has(cause)) return 'unavailable';
  const behind = leg.rungBy === null ? null : onBehalfOf(leg.rungBy.leg);
  const gaveUp = behind !== null && behind !== leg && behind.hangup !== null && atOnce(behind.hangup.eventTime, until);
  return gaveUp && hungUpItself(behind) ? 'abandoned' : 'no-answer';
}

function hungUpItself(leg: Leg): boolean {
  return leg.hangup !== null && extraText(leg.hangup, 'hangupsource') === leg.channelName;
}
