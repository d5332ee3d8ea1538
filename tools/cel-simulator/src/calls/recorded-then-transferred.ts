import type { CallScript } from '../script/call-script.js';
import { dialUser } from '../script/dial.js';
import { firstTalk } from '../script/first-talk.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** A recorded call that is sent on; the recording goes on with it. */
export function recordedThenTransferred(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob, { outside: 0.9, records: true });
  const { channel } = caller;
  blindTransfer(call, bridge, phone, carol.number);
  const target = dialUser(call, channel, carol);
  ring(call);
  const second = connect(call, { caller: channel, callee: target, isHeard: true });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, second, call.dice.pick([channel, target]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, bob.number, seconds), leg(caller.number, carol.number, talked)],
    recorded: true,
    approxTalkSeconds: all,
    tags: ['recorded', 'transfer', 'blind'],
    transfers: [{ type: 'blind', by: bob.number, to: carol.number }],
  });
}
