import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { stopsRinging } from '../script/dial-fails.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A user does not answer, and the dialplan goes on to a colleague without any Local channel. */
export function forwardNoAnswer(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.4);
  const { channel } = caller;
  const phone = dialUser(call, channel, bob);
  call.lapse(12);
  stopsRinging(call, { caller: channel, phones: [phone], cause: 0, dialStatus: 'NOANSWER' });
  call.pbx.forwards(call, channel, bob);
  call.lapse(0.02);
  const second = dialUser(call, channel, carol);
  ring(call);
  const bridge = connect(call, { caller: channel, callee: second });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, second]));
  tell(call, caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, carol.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['forward', 'cfna'],
    forwarded: [{ from: bob.number, to: carol.number }],
  });
}
