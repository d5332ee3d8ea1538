import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { pickerDials, pickUp } from '../script/pick-up.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A colleague dials *8 and takes the call for a phone that rings. */
export function pickup(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const caller = anybodyCalls(call, alice, bob.number);
  const { channel } = caller;
  const target = dialUser(call, channel, bob);
  ring(call);
  const picker = pickerDials(call, carol, '*8');
  call.lapse(0.008);
  const bridge = pickUp(call, { caller: channel, target, picker });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, picker]));
  tell(call, caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, carol.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['pickup'],
    pickedUpBy: carol.number,
  });
}
