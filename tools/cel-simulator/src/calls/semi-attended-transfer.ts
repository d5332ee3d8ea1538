import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { musicEnds } from '../script/sounds.js';
import { part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { announceTransferToApp, consult } from '../script/transfer.js';

/** The callee transfers while the colleague's phone still rings: the held channel takes the place of the ringing one (a masquerade). */
export function semiAttended(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob, { outside: 0.8 });
  const { channel } = caller;
  const { caller: second, callee } = consult(call, channel, bob, carol);
  pause(call);
  announceTransferToApp(call, bridge, phone, second.channel, 'Dial');
  call.exit(bridge, phone);
  call.hangUp(phone);
  musicEnds(call, channel);
  call.exit(bridge, channel);

  const { exten, appName, appData, peerAccount } = channel.face;
  channel.change({ exten: second.channel.face.exten, appData: second.channel.face.appData });
  second.channel.change({ exten, appName, appData, peerAccount });
  call.hangUp(second.channel);

  ring(call);
  call.answer(callee);
  const joined = call.bridge();
  callee.change({ exten: '' });
  call.enter(joined, callee);
  call.tick();
  call.relink(callee, channel.link);
  call.enter(joined, channel);
  joined.technology = 'native_rtp';
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, joined, call.dice.pick([channel, callee]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, bob.number, seconds), leg(caller.number, carol.number, talked)],
    approxTalkSeconds: all,
    tags: ['transfer', 'attended', 'semi'],
    transfers: [{ type: 'semi-attended', by: bob.number, to: carol.number }],
  });
}
