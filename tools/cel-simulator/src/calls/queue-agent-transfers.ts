import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { dialUser } from '../script/dial.js';
import { agentsRing, joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';
import { blindTransfer } from '../script/transfer.js';

/** An agent sends the caller of a queue on to a colleague. */
export function queueAgentTransfers(call: CallScript): void {
  const [agent, second, third, bob] = call.people;
  const number = queueNumber(call);
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  joinQueue(call, channel, number);
  const [phone, ...losers] = agentsRing(call, channel, [agent, second, third]) as [typeof channel];
  ring(call);
  musicEnds(call, channel);
  const first = connect(call, { caller: channel, callee: phone, losers });
  const since = call.now;
  talk(call, 0.5);
  const seconds = call.since(since);
  blindTransfer(call, first, phone, bob.number);
  const target = dialUser(call, channel, bob);
  ring(call);
  const bridge = connect(call, { caller: channel, callee: target });
  const again = call.now;
  talk(call);
  const [talked, all] = [call.since(again), call.since(since)];
  part(call, bridge, call.dice.pick([channel, target]));
  tell(call, caller, {
    by: agent.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, agent.number, seconds), leg(caller.number, bob.number, talked)],
    approxTalkSeconds: all,
    tags: ['queue', 'transfer', 'blind'],
    via: [{ kind: 'queue', number }],
    transfers: [{ type: 'blind', by: agent.number, to: bob.number }],
  });
}
