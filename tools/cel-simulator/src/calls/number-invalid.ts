import type { CallScript } from '../script/call-script.js';
import { userCalls } from '../script/callers.js';
import { tell } from '../script/tell.js';

/** A number that nobody owns. */
export function numberInvalid(call: CallScript): void {
  const [alice] = call.people;
  const number = `88${call.dice.digits(3)}`;
  const caller = userCalls(call, alice, number);
  call.app(caller.channel, 'Congestion', '1');
  call.hangUp(caller.channel, { cause: 34, by: caller.channel });
  tell(call, caller, { to: ['ivr', number], tags: ['invalid'], endedBy: 'pbx' });
}
