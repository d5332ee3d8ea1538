import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { musicBegins, musicEnds } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** One puts the other on hold, and takes the call again or is left. */
export function onHold(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.3);
  const phone = dialUser(call, caller.channel, bob);
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: phone });
  const since = call.now;
  talk(call, 0.4);
  const held = call.dice.pick([caller.channel, phone]);
  musicBegins(call, held);
  talk(call, 0.3);
  musicEnds(call, held);
  const isLeft = call.dice.chance(0.4);
  if (!isLeft) talk(call, 0.4);
  const seconds = call.since(since);
  part(call, bridge, isLeft ? held : caller.channel);
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['hold'],
  });
}
