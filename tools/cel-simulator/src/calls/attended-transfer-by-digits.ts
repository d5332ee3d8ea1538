import type { CallScript } from '../script/call-script.js';
import { firstTalk } from '../script/first-talk.js';
import { localPair, localRings, optimise } from '../script/local.js';
import { musicBegins, musicEnds, play, press } from '../script/sounds.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { channelJson } from '../script/transfer.js';

/** The callee transfers with *2: Asterisk consults over a Local channel, all in one linkedid, or joins the three with *3. */
export function attendedByDigits(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge: first, since, seconds } = firstTalk(call, alice, bob, { outside: 0.7 });
  const { channel } = caller;
  press(call, phone, '*2');
  musicBegins(call, channel);
  play(call, phone, 'pbx-transfer', 0.96);
  press(call, phone, carol.number);

  const local = localRings(call, phone, localPair(call, phone, carol.number), carol);
  const { one, two, callee } = local;
  const consultation = call.bridge();
  one.change({ accountCode: phone.face.accountCode, peerAccount: phone.face.accountCode });
  call.enter(consultation, one);
  call.exit(first, phone);
  call.enter(consultation, phone);
  ring(call);
  call.answer(callee);
  call.answer(two);
  two.dialStatus = 'ANSWER';
  one.change({ cidName: callee.face.cidName, cidNum: callee.face.cidNum });
  call.answer(one);
  const far = call.bridge();
  callee.change({ exten: '' });
  call.enter(far, callee);
  call.enter(far, two);
  const consulted = call.now;
  talk(call, 0.3);
  const consultSeconds = call.since(consulted);

  call.exit(consultation, one);
  call.enter(first, one);
  call.exit(consultation, phone);
  musicEnds(call, channel);
  call.tick();
  call.log(phone, 'ATTENDEDTRANSFER', {
    extra: (names) =>
      `{"bridge1_id":"${first.id}",${channelJson(names, 'channel2', phone)},"bridge2_id":"${consultation.id}",` +
      `${channelJson(names, 'transferee_channel', channel)},${channelJson(names, 'transfer_target_channel', one)}}`,
  });
  call.hangUp(phone, { by: phone });
  const again = call.now;
  play(call, one, 'beep', 0.44);
  const bridge = optimise(call, { ...local, by: channel }, { near: first, far }, { by: phone });
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, bridge, call.dice.pick([channel, callee]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [
      leg(caller.number, bob.number, seconds),
      leg(bob.number, carol.number, consultSeconds, 'consult'),
      leg(caller.number, carol.number, talked),
    ],
    approxTalkSeconds: all,
    tags: ['transfer', 'attended', 'dtmf'],
    transfers: [{ type: 'attended', by: bob.number, to: carol.number }],
  });
}
