import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { stopsRinging } from '../script/dial-fails.js';
import { leg, tell } from '../script/tell.js';
import { leaveMessage } from '../script/voicemail.js';

/** A user is busy or does not answer, and the caller speaks to the voicemail box. */
export function voicemail(call: CallScript): void {
  const [alice, bob] = call.people;
  const caller = anybodyCalls(call, alice, bob.number, 0.7);
  const phone = dialUser(call, caller.channel, bob);
  const isBusy = call.dice.chance(0.25);
  call.lapse(isBusy ? 0.001 : 12);
  const [cause, dialStatus] = isBusy ? ([17, 'BUSY'] as const) : ([0, 'NOANSWER'] as const);
  stopsRinging(call, { caller: caller.channel, phones: [phone], cause, dialStatus });
  call.pbx.forwards(call, caller.channel, bob);
  call.pbx.routes(call, caller.channel, { kind: 'voicemail', number: caller.channel.face.exten });
  const seconds = leaveMessage(call, caller.channel, bob.number, { greeting: isBusy ? 'b' : 'u', cause });
  tell(call, caller, {
    to: ['voicemail', bob.number],
    legs: [leg(caller.number, `voicemail ${bob.number}`, seconds, 'voicemail')],
    tags: ['voicemail'],
    voicemailSeconds: seconds,
  });
}
