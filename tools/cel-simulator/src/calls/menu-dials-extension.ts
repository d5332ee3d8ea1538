import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { preAnswer } from '../script/queue.js';
import { press, soundBegins, soundEnds } from '../script/sounds.js';
import { connect, part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A caller types the number of a user into an announcement. */
export function menuDialsExtension(call: CallScript): void {
  const [bob] = call.people;
  const number = serviceNumber('61', call.department);
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'code', number });
  preAnswer(call, channel);
  call.app(channel, 'Read', 'DEST,basic-pbx-ivr-main,5,,1,3');
  soundBegins(call, channel, 'basic-pbx-ivr-main');
  pause(call);
  press(call, channel, bob.number.slice(0, 1));
  soundEnds(call, channel);
  press(call, channel, bob.number.slice(1));
  call.appEnds(channel);
  const phone = dialUser(call, channel, bob);
  ring(call);
  const bridge = connect(call, { caller: channel, callee: phone });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['ivr'],
    via: [{ kind: 'ivr', number }],
  });
}
