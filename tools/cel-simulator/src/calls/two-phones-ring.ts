import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { userRings } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** Both phones of a user ring, one is answered. */
export function twoPhonesRing(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.2);
  call.pbx.routes(call, caller.channel, { kind: 'user', user: bob });
  call.app(caller.channel, 'Dial', call.pbx.userDial(bob, 12, 2));
  const phones = [userRings(call, caller.channel, bob), userRings(call, caller.channel, bob)];
  ring(call);
  const [phone, loser] = call.dice.shuffled(phones) as [(typeof phones)[0], (typeof phones)[0]];
  const bridge = connect(call, { caller: caller.channel, callee: phone, losers: [loser] });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['fork'],
  });
}
