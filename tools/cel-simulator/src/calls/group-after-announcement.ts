import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { userRings } from '../script/dial.js';
import { preAnswer } from '../script/queue.js';
import { musicBegins, musicEnds, play } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** The PBX answers and says something before the group rings, so the caller's own ANSWER means nobody. */
export function groupAfterAnnouncement(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const number = serviceNumber('39', call.department);
  const caller = anybodyCalls(call, alice, number, 0.8);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'group', number });
  preAnswer(call, channel);
  call.app(channel, 'Playback', 'beep');
  play(call, channel, 'beep', 0.54);
  call.app(channel, 'Dial', call.pbx.groupDial([bob, carol], 12, 'tTm'));
  const phones = [userRings(call, channel, bob), userRings(call, channel, carol)] as const;
  musicBegins(call, channel);
  ring(call);
  musicEnds(call, channel);
  const bridge = connect(call, { caller: channel, callee: phones[0], losers: [phones[1]] });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phones[0]]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['group', 'preanswered'],
    via: [{ kind: 'group', number }],
  });
}
