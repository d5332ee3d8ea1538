import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from '../script/call-script.js';
import { anybodyCalls } from '../script/callers.js';
import { localAnswers, localPair, localRings, optimise, partThroughLocal } from '../script/local.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A group that is dialled over Local channels, which Asterisk may take out of the way. */
export function groupOverLocal(call: CallScript): void {
  const [alice, ...others] = call.people;
  const isOptimised = call.dice.chance(0.5);
  const number = serviceNumber(isOptimised ? '32' : '36', call.department);
  const caller = anybodyCalls(call, alice, number, 0.3);
  const { channel } = caller;
  const members = others.slice(0, isOptimised ? 3 : 2);
  const suffix = isOptimised ? '' : '/n';
  call.pbx.routes(call, channel, { kind: 'group', number });
  call.app(channel, 'Dial', `${members.map((user) => `Local/${user.number}@${user.tenant.context}${suffix}`).join('&')},30`);
  const pairs = members.map((user) => localPair(call, channel, user.number));
  const locals = members.map((user, index) => localRings(call, channel, pairs[index]!, user));
  ring(call);
  const winner = call.dice.whole(0, members.length - 1);
  const [local] = locals.splice(winner, 1) as [(typeof locals)[0]];
  const bridged = localAnswers(call, local, locals);
  const since = call.now;
  const who = call.dice.pick([channel, local.callee]);
  let seconds: number;
  if (isOptimised) {
    const bridge = optimise(call, local, bridged);
    talk(call);
    seconds = call.since(since);
    part(call, bridge, who);
  } else {
    talk(call);
    seconds = call.since(since);
    partThroughLocal(call, local, bridged, who);
  }
  const by = members[winner]!.number;
  tell(call, caller, {
    by,
    to: ['user', by],
    legs: [leg(caller.number, by, seconds)],
    approxTalkSeconds: seconds,
    tags: ['group', 'local'],
    via: [{ kind: 'group', number }],
  });
}
