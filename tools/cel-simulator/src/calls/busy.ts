import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { tell } from '../script/tell.js';
import { dialFails } from '../script/dial-fails.js';

/** The phone is busy, and so the caller hears. */
export function busy(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.15);
  const phone = dialUser(call, caller.channel, bob);
  call.lapse(0.001);
  dialFails(call, { caller: caller.channel, phones: [phone], cause: 17, dialStatus: 'BUSY', app: ['Busy', '1'] });
  tell(call, caller, { to: ['user', bob.number], tags: ['busy'], endedBy: 'pbx' });
}
