import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';

/** The dialplan plays a file. */
export function play(call: CallScript, channel: Channel, sound: string, seconds: number): void {
  soundBegins(call, channel, sound);
  call.lapse(seconds);
  soundEnds(call, channel);
}

export function soundBegins(call: CallScript, channel: Channel, sound: string): void {
  call.tick();
  const extra = `{"sound":"${sound}","format":"gsm","language":"en"}`;
  call.log(channel, 'STREAM_BEGIN', { userDefType: 'FILE_STREAM_BEGIN', extra: () => extra });
}

export function soundEnds(call: CallScript, channel: Channel): void {
  call.tick();
  call.log(channel, 'STREAM_END', { userDefType: 'FILE_STREAM_END' });
}

/** Somebody is put on hold, or waits in a queue. */
export function musicBegins(call: CallScript, channel: Channel): void {
  call.tick();
  call.log(channel, 'STREAM_BEGIN', { userDefType: 'MOH_STREAM_BEGIN', extra: () => '{"class":"default"}' });
}

export function musicEnds(call: CallScript, channel: Channel): void {
  call.tick();
  call.log(channel, 'STREAM_END', { userDefType: 'MOH_STREAM_END' });
}

/** Somebody presses keys. */
export function press(call: CallScript, channel: Channel, digits: string, userDefType = 'Received'): void {
  for (const digit of digits) {
    call.lapse(call.dice.between(0.11, 0.25));
    call.log(channel, 'DTMF', { userDefType, extra: () => `{"digit":"${digit}","duration_ms":100}` });
  }
}
