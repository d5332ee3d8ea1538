import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { userRings } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A group whose calls are recorded while they are bridged. */
export function groupRecorded(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const number = serviceNumber('35', call.department);
  const caller = anybodyCalls(call, alice, number);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'group', number });
  call.pbx.records(call, channel, ',b');
  call.app(channel, 'Dial', call.pbx.groupDial([bob, carol], 12, 'tT'));
  const phones = [userRings(call, channel, bob), userRings(call, channel, carol)] as const;
  ring(call);
  const bridge = connect(call, { caller: channel, callee: phones[1], losers: [phones[0]], isHeard: true });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phones[1]]));
  tell(call, caller, {
    by: carol.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, carol.number, seconds)],
    recorded: true,
    approxTalkSeconds: seconds,
    tags: ['recorded', 'group'],
    via: [{ kind: 'group', number }],
  });
}
