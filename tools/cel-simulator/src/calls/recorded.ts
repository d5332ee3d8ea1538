import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { press } from '../script/sounds.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A call that is recorded from the beginning, or on demand by *9, of which only the pressed keys are to be seen. */
export function recorded(call: CallScript): void {
  const [alice, bob] = call.people;
  const onDemand = call.dice.chance(0.2);
  const { caller, phone, bridge, since } = firstTalk(call, alice, bob, { records: !onDemand });
  if (onDemand) {
    press(call, phone, '*9');
    talk(call, 0.3);
    press(call, phone, '*9');
  }
  talk(call, 0.5);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    recorded: true,
    approxTalkSeconds: seconds,
    tags: onDemand ? ['recorded', 'on-demand'] : ['recorded'],
  });
}
