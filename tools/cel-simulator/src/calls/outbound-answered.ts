import type { CallScript } from '../script/call-script.js';
import { outsideNumber, userCallsOut } from '../script/callers.js';
import { dialOutside } from '../script/dial.js';
import { press } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A number outside answers; now and then keys are pressed for a menu there. */
export function outboundAnswered(call: CallScript): void {
  const [alice] = call.people;
  const number = outsideNumber(call);
  const caller = userCallsOut(call, alice, number);
  const remote = dialOutside(call, caller.channel, caller.dialed, number);
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: remote });
  const since = call.now;
  talk(call, 0.5);
  const hasMenu = call.dice.chance(0.12);
  if (hasMenu) {
    for (const digit of call.dice.digits(4)) {
      press(call, caller.channel, digit);
      press(call, remote, digit, 'Sent');
    }
  }
  talk(call, 0.5);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, remote]));
  tell(call, caller, {
    by: number,
    to: ['external', number],
    legs: [leg(alice.number, number, seconds)],
    approxTalkSeconds: seconds,
    tags: hasMenu ? ['plain', 'dtmf'] : ['plain'],
  });
}
