import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { joinRoom, leaveRoom, openRoom } from '../script/conference.js';
import { firstTalk } from '../script/first-talk.js';
import { musicBegins, musicEnds } from '../script/sounds.js';
import { pause, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { announceTransferToApp } from '../script/transfer.js';

/** The callee goes into a conference and leaves the caller there; a colleague was in it before. */
export function transferIntoConference(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const room = openRoom(call, serviceNumber('50', call.department));
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob, { outside: 0.9 });
  const { channel } = caller;
  const colleague = userCalls(call, carol, room.number);
  joinRoom(call, colleague.channel, room);
  const joined = call.now;
  pause(call);
  musicBegins(call, channel);
  const second = userCalls(call, bob, room.number);
  joinRoom(call, second.channel, room);
  const consulted = call.now;
  pause(call, 8);
  const consultSeconds = call.since(consulted);

  musicEnds(call, channel);
  announceTransferToApp(call, bridge, phone, second.channel, 'ConfBridge');
  call.inAnyOrder(
    () => call.exit(bridge, channel),
    () => call.exit(bridge, phone),
  );
  call.hangUp(phone);
  const { exten, context, appName, appData, peerAccount } = channel.face;
  call.appEnds(channel);
  channel.change({ exten: second.channel.face.exten, context: second.channel.face.context, peerAccount: '' });
  call.app(channel, 'ConfBridge', room.number);
  room.bridge.members.splice(room.bridge.members.indexOf(second.channel), 1, channel);
  call.appEnds(second.channel);
  second.channel.change({ exten, context, peerAccount });
  call.app(second.channel, appName, appData);
  call.hangUp(second.channel);
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  leaveRoom(call, channel, room);
  tell(call, caller, {
    by: bob.number,
    to: ['conference', room.number],
    legs: [
      leg(caller.number, bob.number, seconds),
      leg(bob.number, `conference ${room.number}`, consultSeconds, 'consult'),
      leg(caller.number, `conference ${room.number}`, talked, 'conference'),
    ],
    approxTalkSeconds: all,
    tags: ['transfer', 'attended', 'conference'],
    transfers: [{ type: 'attended', by: bob.number, to: room.number }],
  });
  pause(call);
  const inRoom = call.since(joined);
  leaveRoom(call, colleague.channel, room);
  tell(call, colleague, {
    answered: true,
    to: ['conference', room.number],
    legs: [leg(carol.number, `conference ${room.number}`, inRoom, 'conference')],
    approxTalkSeconds: inRoom,
    tags: ['conference'],
  });
}
