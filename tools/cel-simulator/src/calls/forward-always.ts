import type { CallScript } from '../script/call-script.js';
import { anybodyCalls, outsideNumber } from '../script/callers.js';
import { localAnswers, localPair, localRings, localRingsOutside, optimise } from '../script/local.js';
import { part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** All calls of a user are forwarded, to a colleague or to a number outside. */
export function forwardAlways(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const caller = anybodyCalls(call, alice, bob.number);
  const { channel } = caller;
  const number = call.dice.chance(0.3) ? outsideNumber(call) : null;
  const to = number === null ? carol.number : call.pbx.outside(number);
  call.pbx.routes(call, channel, { kind: 'user', user: bob });
  call.pbx.forwards(call, channel, bob);
  channel.change({ cidRdnis: bob.number });
  call.app(channel, 'Dial', `Local/${to}@${bob.tenant.context},20`);
  const pair = localPair(call, channel, to);
  const local = number === null ? localRings(call, channel, pair, carol) : localRingsOutside(call, channel, pair, to, number);
  ring(call);
  const bridged = localAnswers(call, local);
  const since = call.now;
  const bridge = optimise(call, local, bridged);
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([channel, local.callee]));
  const by = number ?? carol.number;
  tell(call, caller, {
    by,
    to: [number === null ? 'user' : 'external', by],
    legs: [leg(caller.number, by, seconds)],
    approxTalkSeconds: seconds,
    tags: ['forward', 'cfu'],
    forwarded: [{ from: bob.number, to }],
  });
}
