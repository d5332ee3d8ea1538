import type { User } from '../pbx/directory.js';
import { serviceNumber } from '../pbx/directory.js';
import type { CallScript } from './call-script.js';
import type { Channel } from './channel.js';
import { userRings } from './dial.js';
import { musicBegins } from './sounds.js';

export interface Queueing {
  readonly queue?: string;
  readonly seconds?: number;
  /** The queue rings the caller instead of answering. */
  readonly isRinging?: boolean;
}

/** A caller is answered by the PBX and waits in a queue. */
export function joinQueue(call: CallScript, channel: Channel, number: string, options: Queueing = {}): void {
  const { queue = 'q', seconds = 60, isRinging = false } = options;
  call.pbx.routes(call, channel, { kind: 'queue', number });
  if (!isRinging) preAnswer(call, channel);
  call.app(channel, 'Queue', call.pbx.queueData(call, queue, seconds));
  if (!isRinging) musicBegins(call, channel);
}

/** All agents ring at once. */
export function agentsRing(call: CallScript, channel: Channel, agents: readonly User[]): Channel[] {
  return agents.map((agent) => userRings(call, channel, agent, 'AppQueue'));
}

/** The dialplan answers before it goes on. */
export function preAnswer(call: CallScript, channel: Channel): void {
  call.app(channel, 'Answer', '');
  call.answer(channel);
  call.lapse(call.dice.between(0.003, 0.018));
}

export function queueNumber(call: CallScript, service = '40'): string {
  return serviceNumber(service, call.department);
}
