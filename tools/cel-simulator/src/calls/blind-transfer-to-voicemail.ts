import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { play } from '../script/sounds.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** A caller is sent straight to a colleague's voicemail box. */
export function blindToVoicemail(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, seconds } = firstTalk(call, alice, bob, { outside: 0.9 });
  const code = `*97${carol.number}`;
  const transferee = blindTransfer(call, bridge, phone, code);
  const since = call.now;
  call.pbx.routes(call, transferee, { kind: 'voicemail', number: code });
  call.app(transferee, 'VoiceMail', `${carol.number}@default,u`);
  play(call, transferee, 'vm-theperson', 2);
  play(call, transferee, 'digits/1', call.dice.between(0.1, 5));
  const voicemailSeconds = call.since(since);
  call.hangUp(transferee, { by: transferee });
  tell(call, caller, {
    by: bob.number,
    to: ['voicemail', carol.number],
    legs: [leg(caller.number, bob.number, seconds), leg(caller.number, `voicemail ${carol.number}`, voicemailSeconds, 'voicemail')],
    approxTalkSeconds: seconds,
    tags: ['transfer', 'blind', 'voicemail'],
    transfers: [{ type: 'blind', by: bob.number, to: code }],
  });
}
