import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { part } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A time limit, or somebody at the manager interface, ends a call. */
export function endedByPbx(call: CallScript): void {
  const [alice, bob] = call.people;
  const { caller, bridge, seconds } = firstTalk(call, alice, bob, { outside: 0.2 });
  part(call, bridge, undefined);
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['plain'],
    endedBy: 'pbx',
  });
}
