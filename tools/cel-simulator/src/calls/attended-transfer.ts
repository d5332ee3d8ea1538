import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { attendedTransfer, consult, consultAnswers } from '../script/transfer.js';

/** The callee asks a colleague first and then joins the two. */
export function attended(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge: first, since, seconds } = firstTalk(call, alice, bob);
  const second = consult(call, caller.channel, bob, carol);
  const bridge = consultAnswers(call, second);
  const consulted = call.now;
  talk(call, 0.3);
  const consultSeconds = call.since(consulted);
  attendedTransfer(call, { first, by: phone, second: bridge, consult: second });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, bridge, call.dice.pick([caller.channel, second.callee]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [
      leg(caller.number, bob.number, seconds),
      leg(bob.number, carol.number, consultSeconds, 'consult'),
      leg(caller.number, carol.number, talked),
    ],
    approxTalkSeconds: all,
    tags: ['transfer', 'attended'],
    transfers: [{ type: 'attended', by: bob.number, to: carol.number }],
  });
}
