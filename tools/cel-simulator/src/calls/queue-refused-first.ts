import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { userRings } from '../script/dial.js';
import { joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds } from '../script/sounds.js';
import { connect, part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A queue that rings one agent after the other: one is busy, one refuses, one answers. */
export function queueRefusedFirst(call: CallScript): void {
  const [bob, carol, david] = call.people;
  const number = queueNumber(call, '41');
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  joinQueue(call, channel, number, { queue: 'qrr' });
  const taken = userRings(call, channel, bob, 'AppQueue');
  call.hangUp(taken, { cause: 17, by: taken });
  const refusing = userRings(call, channel, carol, 'AppQueue');
  pause(call);
  call.hangUp(refusing, { cause: 21, by: refusing });
  const phone = userRings(call, channel, david, 'AppQueue');
  ring(call);
  musicEnds(call, channel);
  const bridge = connect(call, { caller: channel, callee: phone });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phone]));
  tell(call, caller, {
    by: david.number,
    to: ['user', david.number],
    legs: [leg(caller.number, david.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['queue'],
    via: [{ kind: 'queue', number }],
  });
}
