import type { CallScript } from '../script/call-script.js';
import { reachesMenu } from '../script/menu.js';
import { agentsRing, joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds, press, soundEnds } from '../script/sounds.js';
import { connect, part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A caller chooses the queue from a menu. */
export function menuToQueue(call: CallScript): void {
  const [bob, carol, david] = call.people;
  const caller = reachesMenu(call);
  const { channel } = caller;
  pause(call);
  press(call, channel, '2');
  soundEnds(call, channel);
  call.appEnds(channel);
  const number = queueNumber(call);
  joinQueue(call, channel, number);
  const [phone, ...losers] = agentsRing(call, channel, [bob, carol, david]) as [typeof channel];
  ring(call);
  musicEnds(call, channel);
  const bridge = connect(call, { caller: channel, callee: phone, losers });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['ivr', 'queue'],
    via: [
      { kind: 'ivr', number: 'ivr' },
      { kind: 'queue', number },
    ],
  });
}
