import type { CallScript } from '../script/call-script.js';
import { dialUser } from '../script/dial.js';
import { firstTalk } from '../script/first-talk.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { attendedTransfer, blindTransfer, consult, consultAnswers } from '../script/transfer.js';

/** Transferred twice: first to a colleague who was asked, who sends the caller on to another. */
export function attendedThenBlind(call: CallScript): void {
  const [alice, bob, carol, david] = call.people;
  const { caller, phone, bridge: first, since, seconds } = firstTalk(call, alice, bob, { outside: 0.9 });
  const { channel } = caller;
  const second = consult(call, channel, bob, carol);
  const bridge = consultAnswers(call, second);
  const consulted = call.now;
  talk(call, 0.3);
  const consultSeconds = call.since(consulted);
  attendedTransfer(call, { first, by: phone, second: bridge, consult: second });
  const again = call.now;
  talk(call, 0.5);
  const talked = call.since(again);
  blindTransfer(call, bridge, second.callee, david.number);
  const target = dialUser(call, channel, david);
  ring(call);
  const last = connect(call, { caller: channel, callee: target });
  const lastly = call.now;
  talk(call, 0.5);
  const [lastTalk, all] = [call.since(lastly), call.since(since)];
  part(call, last, call.dice.pick([channel, target]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', david.number],
    legs: [
      leg(caller.number, bob.number, seconds),
      leg(bob.number, carol.number, consultSeconds, 'consult'),
      leg(caller.number, carol.number, talked),
      leg(caller.number, david.number, lastTalk),
    ],
    approxTalkSeconds: all,
    tags: ['transfer', 'attended', 'blind', 'twice'],
    transfers: [
      { type: 'attended', by: bob.number, to: carol.number },
      { type: 'blind', by: carol.number, to: david.number },
    ],
  });
}
