import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { agentsRing, joinQueue, queueNumber } from '../script/queue.js';
import { musicEnds } from '../script/sounds.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A caller waits in a queue, all agents ring, one answers; some queues record without any event. */
export function queueAnswered(call: CallScript): void {
  const isRecorded = call.dice.chance(0.12);
  const [alice, ...others] = call.people;
  const number = queueNumber(call, isRecorded ? '44' : '40');
  const caller = anybodyCalls(call, alice, number, 0.85);
  const { channel } = caller;
  joinQueue(call, channel, number, isRecorded ? { queue: 'qrec' } : {});
  const agents = others.slice(0, isRecorded ? 2 : 3);
  const losers = agentsRing(call, channel, agents);
  ring(call);
  const winner = call.dice.whole(0, agents.length - 1);
  const [phone] = losers.splice(winner, 1) as [(typeof losers)[0]];
  musicEnds(call, channel);
  const bridge = connect(call, { caller: channel, callee: phone, losers, isHeard: isRecorded });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, phone]));
  const by = agents[winner]!.number;
  tell(call, caller, {
    by,
    to: ['user', by],
    legs: [leg(caller.number, by, seconds)],
    recorded: isRecorded,
    approxTalkSeconds: seconds,
    tags: isRecorded ? ['queue', 'recorded'] : ['queue'],
    via: [{ kind: 'queue', number }],
  });
}
