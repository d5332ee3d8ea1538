import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { ring } from '../script/talk.js';
import { tell } from '../script/tell.js';

/** The callee refuses; the dial message says NOANSWER although the dialplan hears congestion. */
export function declined(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.2);
  const phone = dialUser(call, caller.channel, bob);
  ring(call);
  dialFails(call, { caller: caller.channel, phones: [phone], cause: 21, dialStatus: 'NOANSWER', app: ['Congestion', '1'] });
  tell(call, caller, { to: ['user', bob.number], tags: ['declined'], endedBy: 'callee' });
}
