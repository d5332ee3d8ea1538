import type { CallScript } from '../script/call-script.js';
import { dialUser } from '../script/dial.js';
import { firstTalk } from '../script/first-talk.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** One of the two sends the other on to a colleague, who answers. */
export function blind(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since, seconds } = firstTalk(call, alice, bob);
  // Nobody outside transfers.
  const isByCaller = caller.direction === 'internal' && call.dice.chance(0.6);
  const [by, kept] = isByCaller ? [caller.number, bob.number] : [bob.number, caller.number];
  const transferee = blindTransfer(call, bridge, isByCaller ? caller.channel : phone, carol.number);
  const target = dialUser(call, transferee, carol);
  ring(call);
  const second = connect(call, { caller: transferee, callee: target });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, second, call.dice.pick([transferee, target]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', carol.number],
    legs: [leg(caller.number, bob.number, seconds), leg(kept, carol.number, talked)],
    approxTalkSeconds: all,
    tags: ['transfer', 'blind'],
    transfers: [{ type: 'blind', by, to: carol.number }],
  });
}
