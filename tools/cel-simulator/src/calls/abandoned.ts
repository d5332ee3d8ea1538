import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { ring } from '../script/talk.js';
import { tell } from '../script/tell.js';

/** The caller gives up while the phone rings. */
export function abandoned(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.3);
  const phone = dialUser(call, caller.channel, bob);
  ring(call);
  caller.channel.dialStatus = 'CANCEL';
  call.inAnyOrder(
    () => call.hangUp(caller.channel, { cause: 127, by: caller.channel }),
    () => call.hangUp(phone, { cause: 127 }),
  );
  tell(call, caller, { to: ['user', bob.number], tags: ['abandoned'], endedBy: 'caller' });
}
