import type { CallScript } from '../script/call-script.js';
import { outsideNumber } from '../script/callers.js';
import { dialOutside } from '../script/dial.js';
import { firstTalk } from '../script/first-talk.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** A caller is sent to a number outside. */
export function blindOutside(call: CallScript): void {
  const [alice, bob] = call.people;
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob, { outside: 1 });
  const number = outsideNumber(call);
  const dialed = call.pbx.outside(number);
  const transferee = blindTransfer(call, bridge, phone, dialed);
  const remote = dialOutside(call, transferee, dialed, number);
  ring(call);
  const second = connect(call, { caller: transferee, callee: remote });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, second, call.dice.pick([transferee, remote]));
  tell(call, caller, {
    by: bob.number,
    to: ['external', number],
    legs: [leg(caller.number, bob.number, seconds), leg(caller.number, number, talked)],
    approxTalkSeconds: all,
    tags: ['transfer', 'blind'],
    transfers: [{ type: 'blind', by: bob.number, to: dialed }],
  });
}
