import type { CallScript } from '../script/call-script.js';
import { originate } from '../script/originate.js';
import { play } from '../script/sounds.js';
import { ring } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** The PBX calls a user and plays something. */
export function wakeUp(call: CallScript): void {
  const [alice] = call.people;
  const caller = originate(call, alice, 'Wake up', '0');
  const { channel } = caller;
  ring(call);
  call.answer(channel);
  const since = call.now;
  call.app(channel, 'Playback', 'demo-congrats');
  play(call, channel, 'demo-congrats', call.dice.between(1.5, 20));
  const seconds = call.since(since);
  call.hangUp(channel, { cause: 0, by: channel });
  tell(
    call,
    { ...caller, number: '0', name: 'Wake up', dialed: alice.number },
    {
      by: alice.number,
      to: ['user', alice.number],
      legs: [leg('pbx', alice.number, seconds, 'announcement')],
      approxTalkSeconds: seconds,
      tags: ['originate', 'pbx-call'],
    },
  );
}
