import type { User } from '../pbx/directory.js';
import { outsiderName } from '../pbx/names.js';
import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';

/** Who begins a call, with the words of its truth. */
export interface Caller {
  readonly channel: Channel;
  readonly number: string;
  readonly name: string;
  readonly dialed: string;
  readonly direction: 'internal' | 'inbound' | 'outbound';
}

/** A phone of ours dials. */
export function userCalls(call: CallScript, user: User, dialed: string): Caller {
  const { number, name, endpoint, tenant } = user;
  const face = { cidName: name, cidNum: number, exten: dialed, context: tenant.context, accountCode: tenant.accountCode };
  const channel = call.start({ prefix: endpoint, face });
  channel.change({ cidAni: number, cidDnid: dialed });
  return { channel, number, name, dialed, direction: 'internal' };
}

/** A phone of ours dials a number outside. */
export function userCallsOut(call: CallScript, user: User, number: string): Caller {
  return { ...userCalls(call, user, call.pbx.outside(number)), direction: 'outbound' };
}

/** Somebody outside dials one of our numbers; now and then the carrier writes numbers in full. */
export function outsiderCalls(call: CallScript, to: string, name = outsiderName(call.dice)): Caller {
  const plus = call.dice.chance(0.1) ? '+1' : '';
  const [number, dialed] = [`${plus}${outsideNumber(call)}`, `${plus}${call.pbx.did(to)}`];
  const { endpoint, context, accountCode } = call.department.tenant.trunk;
  const channel = call.start({ prefix: endpoint, face: { cidName: name, cidNum: number, exten: dialed, context, accountCode } });
  channel.change({ cidAni: number, cidDnid: dialed });
  call.pbx.receives(call, channel);
  return { channel, number, name: unescaped(name), dialed, direction: 'inbound' };
}

/** A name as it was meant: SIP writes quotes with a backslash, and so does Asterisk in its rows. */
function unescaped(name: string): string {
  return name.replaceAll('\\"', '"');
}

/** A colleague or somebody outside. */
export function anybodyCalls(call: CallScript, colleague: User, to: string, outside = 0.5): Caller {
  return call.dice.chance(outside) ? outsiderCalls(call, to) : userCalls(call, colleague, to);
}

/** A number that nobody of ours has. */
export function outsideNumber({ dice }: CallScript): string {
  return `${dice.pick(['418', '438', '450', '819'])}${dice.whole(2, 9)}${dice.digits(6)}`;
}
