import type { AttendedTransfer, Hearing, Leg } from '@callstitch/correlation';
import type { Instant } from '@callstitch/domain';
import type { Scene } from './scene.js';
import { SAME_MOMENT } from './stretch.js';

/** An attended transfer with what came before it: the consultation and the time the transferee waited. */
export interface Consultation {
  readonly transfer: AttendedTransfer;
  /** Stretches in which the transferer spoke with the target alone. */
  readonly heard: readonly Hearing[];
  /** The transferer's channels. */
  readonly legs: readonly Leg[];
  /** From when the transferer was busy with the second call. */
  readonly since: Instant;
}

/** Whether a transferer stays in the conversation: `*3` of the DTMF feature makes a conference and transfers nobody. */
export function isThreeWay(transfer: AttendedTransfer, { hearings }: Scene): boolean {
  const { by, transferee, cel } = transfer;
  return (
    transferee !== null &&
    hearings.some(
      ({ legs, until }) => until > cel.eventTime + SAME_MOMENT && legs.length > 2 && legs.includes(by) && legs.includes(transferee),
    )
  );
}

function secondCallSince({ by, second }: AttendedTransfer, heard: readonly Hearing[]): Instant {
  // A second channel of the transferer's own dates the second call; a call taken meanwhile counts from its answer.
  if (second !== null && second !== by)
    return second.origin === 'caller' ? second.first.eventTime : (second.answer ?? second.first).eventTime;
  return heard[0]?.from ?? by.last.eventTime;
}

/** The consultations before the attended transfers of a conversation, in order. */
export function consultations(scene: Scene): readonly Consultation[] {
  return scene.replay.attendedTransfers.map((transfer) => {
    const { by, second, transferee, cel } = transfer;
    const legs = second === null || second === by ? [by] : [by, second];
    const together = scene.hearings.findLast(
      (hearing) =>
        hearing.from < cel.eventTime &&
        transferee !== null &&
        hearing.legs.includes(transferee) &&
        hearing.legs.some((leg) => legs.includes(leg)),
    );
    const heard = scene.hearings.filter(
      (hearing) =>
        hearing.until <= cel.eventTime + SAME_MOMENT &&
        hearing.from >= (together?.from ?? 0) &&
        hearing.from < cel.eventTime &&
        hearing.legs.some((leg) => legs.includes(leg)) &&
        (transferee === null || !hearing.legs.includes(transferee)),
    );
    return { transfer, heard, legs, since: secondCallSince(transfer, heard) };
  });
}
