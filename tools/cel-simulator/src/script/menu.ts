import type { CallScript } from './call-script.js';
import type { Caller } from './callers.js';
import { outsiderCalls } from './callers.js';
import { preAnswer } from './queue.js';
import { soundBegins } from './sounds.js';

/** Somebody outside reaches the menu of a department and hears what may be chosen. */
export function reachesMenu(call: CallScript): Caller {
  const caller = outsiderCalls(call, `00${call.department.slot}`);
  const { channel } = caller;
  call.pbx.routes(call, channel, { kind: 'menu' });
  preAnswer(call, channel);
  call.app(channel, 'BackGround', 'basic-pbx-ivr-main');
  soundBegins(call, channel, 'basic-pbx-ivr-main');
  return caller;
}
