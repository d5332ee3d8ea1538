import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';
import { play, soundBegins, soundEnds, press } from './sounds.js';

/** A caller speaks to a voicemail box and hangs up; gives how long it took. */
export function leaveMessage(call: CallScript, channel: Channel, box: string, { greeting = 'u', cause = 0 } = {}): number {
  const since = call.now;
  call.app(channel, 'VoiceMail', `${box}@default,${greeting}`);
  call.answer(channel);
  soundBegins(call, channel, 'vm-theperson');
  if (call.dice.chance(0.5)) {
    call.lapse(0.4);
    press(call, channel, '#');
  } else call.lapse(4);
  soundEnds(call, channel);
  play(call, channel, 'beep', 0.44);
  call.lapse(call.dice.between(1, 25));
  const seconds = call.since(since);
  call.hangUp(channel, { cause, by: channel });
  return seconds;
}
