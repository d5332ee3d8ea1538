import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { musicEnds } from '../script/sounds.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { consult, consultAnswers } from '../script/transfer.js';

/** The callee asks a colleague and goes back to the caller: two calls, one within the other. */
export function abandonedConsult(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since } = firstTalk(call, alice, bob);
  const second = consult(call, caller.channel, bob, carol);
  const other = consultAnswers(call, second);
  const consulted = call.now;
  talk(call, 0.3);
  const consultSeconds = call.since(consulted);
  part(call, other, second.caller.channel);
  tell(call, second.caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(bob.number, carol.number, consultSeconds)],
    approxTalkSeconds: consultSeconds,
    tags: ['plain'],
  });
  musicEnds(call, caller.channel);
  talk(call, 0.5);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['hold'],
  });
}
