import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { tell } from '../script/tell.js';

/** The phone rings until Dial gives up. */
export function noAnswer(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number);
  const phone = dialUser(call, caller.channel, bob);
  call.lapse(12);
  dialFails(call, {
    caller: caller.channel,
    phones: [phone],
    cause: 0,
    dialStatus: 'NOANSWER',
    app: ['Hangup', '19'],
    callerCause: 19,
  });
  tell(call, caller, { to: ['user', bob.number], tags: ['no-answer'], endedBy: 'pbx' });
}
