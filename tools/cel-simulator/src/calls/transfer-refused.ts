import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A transfer to a number that does not exist is refused and leaves no trace. */
export function transferRefused(call: CallScript): void {
  const [alice, bob] = call.people;
  const { caller, phone, bridge, since } = firstTalk(call, alice, bob, { outside: 0.3 });
  talk(call, 0.3);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['plain', 'transfer-refused'],
  });
}
