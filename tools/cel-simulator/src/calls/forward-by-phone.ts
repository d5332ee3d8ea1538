import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { localAnswers, localPair, localRings, optimise } from '../script/local.js';
import { part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** The phone itself says where the call shall go (SIP 302). */
export function forwardByPhone(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const caller = anybodyCalls(call, alice, bob.number);
  const { channel } = caller;
  const phone = dialUser(call, channel, bob);
  pause(call);
  const pair = localPair(call, channel, carol.number);
  for (const each of [channel, pair.two, phone]) each.change({ cidRdnis: bob.number });
  call.tick();
  call.log(channel, 'FORWARD', { extra: () => `{"forward":"${carol.number}"}` });
  call.hangUp(phone, { cause: 23, by: phone });
  const local = localRings(call, channel, pair, carol);
  ring(call);
  const bridged = localAnswers(call, local);
  const since = call.now;
  const bridge = optimise(call, local, bridged);
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, local.callee]));
  tell(call, caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, carol.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['forward', '302'],
    forwarded: [{ from: bob.number, to: carol.number }],
  });
}
