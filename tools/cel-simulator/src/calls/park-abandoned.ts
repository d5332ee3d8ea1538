import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { park } from '../script/park.js';
import { musicEnds } from '../script/sounds.js';
import { leg, tell } from '../script/tell.js';

/** A parked caller hangs up before anybody comes. */
export function parkAbandoned(call: CallScript): void {
  const [alice, bob] = call.people;
  const { caller, phone, bridge, seconds } = firstTalk(call, alice, bob, { outside: 0.9 });
  const { channel } = caller;
  const { space, stay } = park(call, bridge, phone);
  call.lapse(call.dice.between(1, 20));
  musicEnds(call, channel);
  call.log(channel, 'PARK_END', { extra: () => '{"reason":"ParkedCallGiveUp"}' });
  call.exit(stay, channel);
  call.hangUp(channel, { by: channel });
  tell(call, caller, {
    by: bob.number,
    to: ['parking', space],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['park', 'park-abandoned'],
    parking: { slot: space, by: bob.number },
  });
}
