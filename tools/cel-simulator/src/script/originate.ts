import type { User } from '../pbx/directory.js';
import type { CallScript } from './call-script.js';
import type { Caller } from './callers.js';

/** A program lets a phone ring (AMI Originate): once it rings it shows the caller id that the program gave. */
export function originate(call: CallScript, user: User, cidName: string, cidNum: string): Caller {
  const { number, name, endpoint, tenant } = user;
  const face = { cidName: name, cidNum: number, exten: 's', context: tenant.context, accountCode: tenant.accountCode };
  const channel = call.start({ prefix: endpoint, face });
  channel.change({ cidName, cidNum, cidAni: cidNum });
  channel.isCalledBy('AppDial2');
  return { channel, number, name, dialed: cidNum, direction: 'internal' };
}
