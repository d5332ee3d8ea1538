import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { userRings } from '../script/dial.js';
import { play } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** One phone after the other rings; the last one answers, or nobody does and the caller hears an announcement. */
export function huntGroup(call: CallScript): void {
  const [alice, ...others] = call.people;
  const number = serviceNumber('31', call.department);
  const caller = anybodyCalls(call, alice, number);
  const { channel } = caller;
  const members = others.slice(0, 3);
  const isAnswered = call.dice.chance(0.8);
  call.pbx.routes(call, channel, { kind: 'group', number });
  for (const [index, member] of members.entries()) {
    call.app(channel, 'Dial', `${member.endpoint},12,tT`);
    const phone = userRings(call, channel, member);
    if (index === 2 && isAnswered) {
      ring(call);
      const bridge = connect(call, { caller: channel, callee: phone });
      const since = call.now;
      talk(call);
      const seconds = call.since(since);
      part(call, bridge, call.dice.pick([channel, phone]));
      tell(call, caller, {
        by: member.number,
        to: ['user', member.number],
        legs: [leg(caller.number, member.number, seconds)],
        approxTalkSeconds: seconds,
        tags: ['group', 'hunt'],
        via: [{ kind: 'group', number }],
      });
      return;
    }
    const isBusy = index === 0 || call.dice.chance(0.5);
    call.lapse(isBusy ? 0.001 : 3);
    call.hangUp(phone, { cause: isBusy ? 17 : 19, by: phone });
  }
  channel.dialStatus = 'BUSY';
  call.app(channel, 'Playback', 'vm-nobodyavail');
  call.answer(channel);
  play(call, channel, 'vm-nobodyavail', 2.8);
  call.app(channel, 'Hangup', '');
  call.hangUp(channel, { cause: 17, by: 'dialplan/builtin' });
  tell(call, caller, { to: ['group', number], tags: ['group', 'hunt', 'busy'] });
}
