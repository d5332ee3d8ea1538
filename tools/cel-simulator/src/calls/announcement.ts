import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { preAnswer } from '../script/queue.js';
import { play } from '../script/sounds.js';
import { leg, tell } from '../script/tell.js';

/** A number behind which only a recording speaks. */
export function announcement(call: CallScript): void {
  const [alice] = call.people;
  const number = serviceNumber('62', call.department);
  const caller = anybodyCalls(call, alice, number, 0.8);
  const { channel } = caller;
  const since = call.now;
  call.pbx.routes(call, channel, { kind: 'code', number });
  preAnswer(call, channel);
  call.app(channel, 'Playback', 'demo-congrats');
  play(call, channel, 'demo-congrats', call.dice.between(1, 20));
  const seconds = call.since(since);
  call.hangUp(channel, { cause: 0, by: channel });
  tell(call, caller, {
    to: ['ivr', number],
    legs: [leg(caller.number, 'announcement', seconds, 'announcement')],
    tags: ['ivr'],
    ivrSeconds: seconds,
  });
}
