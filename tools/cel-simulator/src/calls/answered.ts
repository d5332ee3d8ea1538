import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** One calls, the other answers, they talk, one hangs up. */
export function answered(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.3);
  const phone = dialUser(call, caller.channel, bob);
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: phone });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  const isCaller = call.dice.chance(0.5);
  part(call, bridge, isCaller ? caller.channel : phone);
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['plain'],
    endedBy: isCaller ? 'caller' : 'callee',
  });
}
