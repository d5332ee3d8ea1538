import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialGroup } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { tell } from '../script/tell.js';

/** Nobody of a group answers. */
export function groupNoAnswer(call: CallScript): void {
  const [alice, ...others] = call.people;
  const number = serviceNumber('30', call.department);
  const caller = anybodyCalls(call, alice, number);
  const phones = dialGroup(call, caller.channel, number, others.slice(0, 3));
  call.lapse(30);
  dialFails(call, { caller: caller.channel, phones, cause: 0, dialStatus: 'NOANSWER', app: ['Hangup', '19'], callerCause: 19 });
  tell(call, caller, { to: ['group', number], tags: ['group', 'no-answer'] });
}
