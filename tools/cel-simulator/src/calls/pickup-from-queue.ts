import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { pickerDials, pickUp } from '../script/pick-up.js';
import { agentsRing, joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds } from '../script/sounds.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A colleague takes a caller out of a queue by the number of an agent whose phone rings. */
export function pickupFromQueue(call: CallScript): void {
  const [bob, carol, david, erin] = call.people;
  const number = queueNumber(call);
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  joinQueue(call, channel, number);
  const [target, ...losers] = agentsRing(call, channel, [bob, carol, david]) as [typeof channel];
  ring(call);
  const picker = pickerDials(call, erin, `**${bob.number}`, bob);
  musicEnds(call, channel);
  const bridge = pickUp(call, { caller: channel, target, picker, losers, cause: 26 });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  channel.dialStatus = 'CANCEL';
  part(call, bridge, call.dice.pick([channel, picker]));
  tell(call, caller, {
    by: erin.number,
    to: ['user', erin.number],
    legs: [leg(caller.number, erin.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['pickup', 'queue'],
    via: [{ kind: 'queue', number }],
    pickedUpBy: erin.number,
  });
}
