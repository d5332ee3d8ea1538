import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { preAnswer } from '../script/queue.js';
import { play } from '../script/sounds.js';
import { tell } from '../script/tell.js';

/** A user switches forwarding or do-not-disturb on or off by a code. */
export function featureCode(call: CallScript): void {
  const [alice, bob] = call.people;
  const code = call.dice.pick([`*72${bob.number}`, '*73', '*78', '*79']);
  const caller = userCalls(call, alice, code);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'code', number: code });
  preAnswer(call, channel);
  call.app(channel, 'Playback', 'beep');
  play(call, channel, 'beep', 0.44);
  call.app(channel, 'Hangup', '');
  call.hangUp(channel, { by: 'dialplan/builtin' });
  tell(call, caller, { answered: true, to: ['ivr', code], tags: ['feature-code'] });
}
