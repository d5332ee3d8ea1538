import type { CallScript } from '../script/call-script.js';
import { outsiderCalls } from '../script/callers.js';
import { localAnswers, localPair, localRings, partThroughLocal } from '../script/local.js';
import { joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds } from '../script/sounds.js';
import { ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A queue whose agents are dialled over Local channels that stay. */
export function queueLocalMembers(call: CallScript): void {
  const [, ...others] = call.people;
  const number = queueNumber(call, '42');
  const caller = outsiderCalls(call, number);
  const { channel } = caller;
  joinQueue(call, channel, number, { queue: 'qloc' });
  const agents = others.slice(0, 3);
  const pairs = agents.map((agent) => localPair(call, channel, agent.number, 'AppQueue'));
  const locals = agents.map((agent, index) => localRings(call, channel, pairs[index]!, agent));
  ring(call);
  musicEnds(call, channel);
  const winner = call.dice.whole(0, 2);
  const [local] = locals.splice(winner, 1) as [(typeof locals)[0]];
  const bridged = localAnswers(call, local, locals, 'AppQueue');
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  partThroughLocal(call, local, bridged, call.dice.pick([channel, local.callee]));
  const by = agents[winner]!.number;
  tell(call, caller, {
    by,
    to: ['user', by],
    legs: [leg(caller.number, by, seconds)],
    approxTalkSeconds: seconds,
    tags: ['queue', 'local'],
    via: [{ kind: 'queue', number }],
  });
}
