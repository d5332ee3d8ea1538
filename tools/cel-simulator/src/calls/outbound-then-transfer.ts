import type { CallScript } from '../script/call-script.js';
import { outsideNumber, userCallsOut } from '../script/callers.js';
import { dialOutside, dialUser } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** Somebody calls a number outside and sends it on to a colleague. */
export function outboundThenTransfer(call: CallScript): void {
  const [alice, bob] = call.people;
  const number = outsideNumber(call);
  const caller = userCallsOut(call, alice, number);
  const remote = dialOutside(call, caller.channel, caller.dialed, number);
  ring(call);
  const first = connect(call, { caller: caller.channel, callee: remote });
  const since = call.now;
  talk(call, 0.5);
  const seconds = call.since(since);
  const transferee = blindTransfer(call, first, caller.channel, bob.number);
  const target = dialUser(call, transferee, bob);
  ring(call);
  const second = connect(call, { caller: transferee, callee: target });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, second, call.dice.pick([transferee, target]));
  tell(call, caller, {
    by: number,
    to: ['user', bob.number],
    legs: [leg(alice.number, number, seconds), leg(number, bob.number, talked)],
    approxTalkSeconds: all,
    tags: ['transfer', 'blind'],
    transfers: [{ type: 'blind', by: alice.number, to: bob.number }],
  });
}
