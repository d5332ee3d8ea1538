import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { tell } from '../script/tell.js';

/** The phone answers with an error, or is not registered so that no channel is made for it. */
export function phoneFails(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.3);
  const app = ['Congestion', '1'] as const;
  if (call.dice.chance(0.5)) {
    const phone = dialUser(call, caller.channel, bob);
    dialFails(call, { caller: caller.channel, phones: [phone], cause: 34, dialStatus: 'CONGESTION', app });
  } else {
    call.pbx.routes(call, caller.channel, { kind: 'user', user: bob });
    call.app(caller.channel, 'Dial', `${bob.endpoint},12,tTkKxX`);
    dialFails(call, { caller: caller.channel, phones: [], cause: 34, dialStatus: '', app });
  }
  tell(call, caller, { to: ['user', bob.number], tags: ['failed'], endedBy: 'pbx' });
}
