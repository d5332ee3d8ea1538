import type { User } from '../pbx/directory.js';
import type { Bridge } from './bridge.js';
import type { CallScript } from './call-script.js';
import type { Caller } from './callers.js';
import { anybodyCalls } from './callers.js';
import type { Channel } from './channel.js';
import type { Dialling } from './dial.js';
import { dialUser } from './dial.js';
import { connect, ring, talk } from './talk.js';

/** A call in which two have talked for a while, before something happens. */
export interface FirstTalk {
  readonly caller: Caller;
  readonly phone: Channel;
  readonly bridge: Bridge;
  /** When the callee answered. */
  readonly since: number;
  readonly seconds: number;
}

export interface FirstTalkOptions extends Dialling {
  /** How likely the caller is somebody outside. */
  readonly outside?: number;
}

/** A colleague or somebody outside calls a user, who answers and talks for a while. */
export function firstTalk(call: CallScript, colleague: User, user: User, { outside = 0.5, ...dialling }: FirstTalkOptions = {}): FirstTalk {
  const caller = anybodyCalls(call, colleague, user.number, outside);
  const phone = dialUser(call, caller.channel, user, dialling);
  ring(call);
  const bridge = connect(call, { caller: caller.channel, callee: phone, isHeard: dialling.records === true });
  const since = call.now;
  talk(call, 0.5);
  return { caller, phone, bridge, since, seconds: call.since(since) };
}
