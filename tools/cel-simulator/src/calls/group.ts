import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { dialGroup } from '../script/dial.js';
import { connect, part, pause, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** All phones of a group ring, one may be busy, another may refuse, one answers. */
export function group(call: CallScript): void {
  const [alice, ...others] = call.people;
  const number = serviceNumber('30', call.department);
  const caller = anybodyCalls(call, alice, number, 0.4);
  const members = others.slice(0, 3);
  const phones = dialGroup(call, caller.channel, number, members);
  const losers = [...phones];
  const winner = call.dice.whole(0, 2);
  const [phone] = losers.splice(winner, 1) as [(typeof phones)[0]];
  if (call.dice.chance(0.3)) {
    const [taken, refusing] = losers.splice(0) as [(typeof phones)[0], (typeof phones)[0]];
    call.hangUp(taken, { cause: 17, by: taken });
    pause(call, 2);
    call.hangUp(refusing, { cause: 21, by: refusing });
  }
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: phone, losers });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  const by = members[winner]!.number;
  tell(call, caller, {
    by,
    to: ['user', by],
    legs: [leg(caller.number, by, seconds)],
    approxTalkSeconds: seconds,
    tags: ['group'],
    via: [{ kind: 'group', number }],
  });
}
