import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialGroup } from '../script/dial.js';
import { pickerDials, pickUp } from '../script/pick-up.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A colleague who is not of a group takes a call for it. */
export function pickupFromGroup(call: CallScript): void {
  const [alice, bob, carol, david, erin] = call.people;
  const number = serviceNumber('30', call.department);
  const caller = anybodyCalls(call, alice, number, 0.7);
  const { channel } = caller;
  const [target, ...losers] = dialGroup(call, channel, number, [bob, carol, david]) as [typeof channel];
  ring(call);
  const picker = pickerDials(call, erin, '*8');
  const bridge = pickUp(call, { caller: channel, target, picker, losers });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, picker]));
  tell(call, caller, {
    by: erin.number,
    to: ['user', erin.number],
    legs: [leg(caller.number, erin.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['pickup', 'group'],
    via: [{ kind: 'group', number }],
    pickedUpBy: erin.number,
  });
}
