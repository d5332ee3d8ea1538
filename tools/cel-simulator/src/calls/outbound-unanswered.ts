import type { CallScript } from '../script/call-script.js';
import { outsideNumber, userCallsOut } from '../script/callers.js';
import { dialOutside } from '../script/dial.js';
import type { FailedDial } from '../script/dial-fails.js';
import { dialFails } from '../script/dial-fails.js';
import { tell } from '../script/tell.js';

interface Failure extends Pick<FailedDial, 'cause' | 'dialStatus' | 'app'> {
  readonly after: number;
  readonly tag: string;
}

const BUSY: Failure = { after: 0.001, cause: 17, dialStatus: 'BUSY', app: ['Busy', '1'], tag: 'busy' };
const NO_ANSWER: Failure = { after: 9, cause: 19, dialStatus: 'NOANSWER', app: ['Hangup', '19'], tag: 'no-answer' };
const NO_SUCH_NUMBER: Failure = { after: 0.001, cause: 1, dialStatus: 'NOANSWER', app: ['Hangup', '1'], tag: 'failed' };

/** The carrier says that the number is busy, does not answer or does not exist, or the caller gives up. */
export function outboundUnanswered(call: CallScript): void {
  const [alice] = call.people;
  const number = outsideNumber(call);
  const caller = userCallsOut(call, alice, number);
  const remote = dialOutside(call, caller.channel, caller.dialed, number);
  const failure = call.dice.pick([BUSY, BUSY, NO_ANSWER, NO_SUCH_NUMBER, null]);
  if (failure === null) {
    call.lapse(call.dice.between(0.1, 6));
    caller.channel.dialStatus = 'CANCEL';
    call.hangUp(remote, { cause: 127 });
    call.hangUp(caller.channel, { cause: 127, by: caller.channel });
  } else {
    call.lapse(failure.after);
    dialFails(call, { ...failure, caller: caller.channel, phones: [remote] });
  }
  tell(call, caller, { to: ['external', number], tags: [failure?.tag ?? 'abandoned'] });
}
