import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { firstTalk } from '../script/first-talk.js';
import { park } from '../script/park.js';
import { musicEnds, play } from '../script/sounds.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A call is parked, and a colleague takes it from its space. */
export function parked(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob);
  const { channel } = caller;
  const { lot, space, stay } = park(call, bridge, phone, 0.7);
  call.lapse(call.dice.between(1, 20));
  const retriever = userCalls(call, carol, space).channel;
  call.pbx.routes(call, retriever, { kind: 'code', number: space });
  call.app(retriever, 'ParkedCall', `${lot},${space}`);
  call.answer(retriever);
  call.lapse(0.002);
  musicEnds(call, channel);
  call.log(channel, 'PARK_END', { extra: (names) => `{"reason":"ParkedCallUnparked","retriever":"${names.name(retriever)}"}` });
  call.exit(stay, channel);
  const second = call.bridge();
  call.enter(second, channel);
  const again = call.now;
  play(call, retriever, 'beep', 0.44);
  call.tick();
  call.relink(retriever, channel.link);
  retriever.change({ peerAccount: channel.face.accountCode });
  call.enter(second, retriever);
  second.technology = 'native_rtp';
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, second, call.dice.pick([channel, retriever]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, bob.number, seconds), leg(caller.number, carol.number, talked)],
    approxTalkSeconds: all,
    tags: ['park'],
    via: [{ kind: 'parking', number: space }],
    parking: { slot: space, by: bob.number, retrievedBy: carol.number },
  });
}
