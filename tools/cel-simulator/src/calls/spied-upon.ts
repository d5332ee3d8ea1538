import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { firstTalk } from '../script/first-talk.js';
import { preAnswer } from '../script/queue.js';
import { part, talk } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A supervisor listens to a call: a call of its own that nothing ties to the other. */
export function spiedUpon(call: CallScript): void {
  const [alice, bob, carol] = call.people;
  const { caller, phone, bridge, since } = firstTalk(call, alice, bob);
  const code = `*55${bob.number}`;
  const spy = userCalls(call, carol, code);
  call.pbx.routes(call, spy.channel, { kind: 'code', number: code });
  preAnswer(call, spy.channel);
  const listening = call.now;
  call.app(spy.channel, 'ChanSpy', `${bob.endpoint},q`);
  talk(call, 0.4);
  const spied = call.since(listening);
  call.hangUp(spy.channel, { cause: 0, by: spy.channel });
  tell(call, spy, {
    answered: true,
    to: ['ivr', code],
    legs: [leg(carol.number, `spy ${bob.number}`, spied, 'spy')],
    approxTalkSeconds: spied,
    tags: ['spy'],
  });
  talk(call, 0.2);
  const seconds = call.since(since);
  part(call, bridge, call.dice.pick([caller.channel, phone]));
  tell(call, caller, {
    by: bob.number,
    to: ['user', bob.number],
    legs: [leg(caller.number, bob.number, seconds)],
    approxTalkSeconds: seconds,
    tags: ['plain', 'spied'],
  });
}
