import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { outsideRings } from '../script/dial.js';
import { connect, part, ring, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** An emergency number, dialled without a prefix. */
export function emergency(call: CallScript): void {
  const [alice] = call.people;
  const caller = { ...userCalls(call, alice, '911'), direction: 'outbound' } as const;
  call.pbx.routes(call, caller.channel, { kind: 'code', number: '911' });
  call.app(caller.channel, 'Dial', call.pbx.outsideDial(call, '911', 20));
  const remote = outsideRings(call, caller.channel, '911');
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: remote });
  const since = call.now;
  talk(call);
  const seconds = call.since(since);
  part(call, bridge, remote);
  tell(call, caller, {
    by: '911',
    to: ['external', '911'],
    legs: [leg(alice.number, '911', seconds)],
    approxTalkSeconds: seconds,
    tags: ['plain'],
  });
}
