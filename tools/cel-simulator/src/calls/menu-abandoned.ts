import type { CallScript } from '../script/call-script.js';
import { reachesMenu } from '../script/menu.js';
import { soundEnds } from '../script/sounds.js';
import { pause } from '../script/talk.js';
import { leg, tell } from '../script/tell.js';

/** A caller hangs up in the menu. */
export function menuAbandoned(call: CallScript): void {
  const since = call.now;
  const caller = reachesMenu(call);
  const { channel } = caller;
  pause(call, 8);
  soundEnds(call, channel);
  const seconds = call.since(since);
  call.hangUp(channel, { cause: 0, by: channel });
  tell(call, caller, {
    to: ['ivr', 'ivr'],
    legs: [leg(caller.number, 'ivr', seconds, 'ivr')],
    tags: ['ivr', 'abandoned'],
    ivrSeconds: seconds,
  });
}
