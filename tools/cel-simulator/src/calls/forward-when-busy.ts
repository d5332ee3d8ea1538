import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { stopsRinging } from '../script/dial-fails.js';
import { localAnswers, localPair, localRings, partThroughLocal } from '../script/local.js';
import { ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A busy user's calls go to a colleague, over a Local channel that stays. */
export function forwardWhenBusy(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const caller = anybodyCalls(call, alice, bob.number);
  const { channel } = caller;
  const phone = dialUser(call, channel, bob);
  call.lapse(0.001);
  stopsRinging(call, { caller: channel, phones: [phone], cause: 17, dialStatus: 'BUSY' });
  call.pbx.forwards(call, channel, bob);
  call.app(channel, 'Dial', `Local/${carol.number}@${bob.tenant.context}/n,20`);
  const local = localRings(call, channel, localPair(call, channel, carol.number), carol);
  ring(call);
  const bridged = localAnswers(call, local);
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  partThroughLocal(call, local, bridged, call.dice.pick([channel, local.callee]));
  tell(call, caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, carol.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['forward', 'cfb'],
    forwarded: [{ from: bob.number, to: carol.number }],
  });
}
