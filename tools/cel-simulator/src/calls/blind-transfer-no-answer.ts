import type { CallScript } from '../script/call-script.js';
import { dialUser } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { firstTalk } from '../script/first-talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** The colleague to whom a caller is sent does not answer. */
export function blindNoAnswer(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, seconds } = firstTalk(call, alice, bob, { outside: 0.8 });
  const transferee = blindTransfer(call, bridge, phone, carol.number);
  const target = dialUser(call, transferee, carol);
  call.lapse(12);
  dialFails(call, {
    caller: transferee,
    phones: [target],
    cause: 0,
    dialStatus: 'ANSWER',
    app: ['Hangup', '19'],
    callerCause: 19,
  });
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['transfer', 'blind', 'transfer-failed'],
    transfers: [{ type: 'blind', by: bob.number, to: carol.number }],
  });
}
