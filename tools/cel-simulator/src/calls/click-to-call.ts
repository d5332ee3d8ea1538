import type { CallScript } from '../script/call-script.js';
import { dialUser } from '../script/dial.js';
import { dialFails } from '../script/dial-fails.js';
import { originate } from '../script/originate.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A program rings a user's phone first and then calls a colleague for it; either may not answer. */
export function clickToCall(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = originate(call, alice, 'Click', bob.number);
  const { channel } = caller;
  if (call.dice.chance(0.15)) {
    call.lapse(12);
    call.hangUp(channel, { cause: 19 });
    tell(call, caller, { to: ['user', bob.number], tags: ['originate', 'no-answer'], note: 'the colleague was never rung' });
    return;
  }
  ring(call);
  call.answer(channel);
  call.lapse(0.001);
  const phone = dialUser(call, channel, bob);
  if (call.dice.chance(0.15)) {
    call.lapse(12);
    dialFails(call, { caller: channel, phones: [phone], cause: 0, dialStatus: 'NOANSWER', app: ['Hangup', '19'], callerCause: 19 });
    tell(call, caller, { to: ['user', bob.number], tags: ['originate', 'no-answer'] });
    return;
  }
  ring(call);
  const bridge = connect(call, { caller: channel, callee: phone });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(alice.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['originate'],
  });
}
