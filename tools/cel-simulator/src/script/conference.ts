import type { Bridge } from './bridge.js';
import type { CallScript } from './call-script.js';
import { Channel } from './channel.js';
import { preAnswer } from './queue.js';

/** A room with its announcer, a channel that no row is about but that others meet. */
export interface Room {
  readonly number: string;
  readonly bridge: Bridge;
  readonly options: string;
}

export function openRoom(call: CallScript, number: string, isRecorded = false): Room & { readonly staff: readonly Channel[] } {
  const announcer = new Channel({ series: 'Local', prefix: `CBAnn/${number}`, half: ';2', face: {} }, call.now);
  const recorder = new Channel({ series: 'CBRec', prefix: `CBRec/${number}`, face: {} }, call.now);
  return {
    number,
    bridge: call.bridge('softmix'),
    options: isRecorded ? ',rec_bridge' : '',
    staff: isRecorded ? [announcer, recorder] : [announcer],
  };
}

/** The dialplan answers and lets a channel into the room; the announcer comes with the first. */
export function joinRoom(call: CallScript, channel: Channel, room: Room & { readonly staff: readonly Channel[] }): void {
  call.pbx.routes(call, channel, { kind: 'conference', number: room.number });
  preAnswer(call, channel);
  enterRoom(call, channel, room);
}

export function enterRoom(
  call: CallScript,
  channel: Channel,
  { bridge, number, options, staff }: Room & { readonly staff: readonly Channel[] },
): void {
  call.app(channel, 'ConfBridge', `${number}${options}`);
  if (bridge.members.length === 0) bridge.members.push(...staff);
  call.enter(bridge, channel);
}

export function leaveRoom(call: CallScript, channel: Channel, { bridge }: Room): void {
  call.exit(bridge, channel);
  call.lapse(0.003);
  call.hangUp(channel, { by: channel });
}
