import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { preAnswer } from '../script/queue.js';
import { play } from '../script/sounds.js';
import { leg, tell } from '../script/tell.js';

/** A user listens to the messages in the own box. */
export function voicemailCheck(call: CallScript): void {
  const [alice] = call.people;
  const caller = userCalls(call, alice, '*98');
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'code', number: '*98' });
  const since = call.now;
  preAnswer(call, channel);
  call.app(channel, 'VoiceMailMain', `${alice.number}@default,s`);
  for (const sound of ['vm-youhave', `digits/${call.dice.whole(2, 9)}`, 'vm-INBOX']) play(call, channel, sound, 0.85);
  const seconds = call.since(since);
  call.hangUp(channel, { cause: 0, by: channel });
  tell(call, caller, {
    to: ['voicemail', alice.number],
    answered: true,
    legs: [leg(alice.number, `voicemail ${alice.number}`, seconds, 'voicemail')],
    approxTalkSeconds: seconds,
    tags: ['voicemail-check'],
  });
}
