import type { Conversation, Hearing, Replay } from '@callstitch/correlation';
import { hearings, replay } from '@callstitch/correlation';
import type { Caller } from './caller.js';
import { findCaller } from './caller.js';
import type { LineDirectory } from './options.js';
import type { OutsideLines } from './outside-lines.js';
import { Parties } from './party.js';

/** One conversation laid out for the rules: what happened, who heard whom, who stands where, who began. */
export interface Scene {
  readonly replay: Replay;
  readonly hearings: readonly Hearing[];
  readonly parties: Parties;
  readonly caller: Caller;
}

/** Lays a conversation out; null when it holds no channel of a person, line or dialplan. */
export function setScene(conversation: Conversation, outside: OutsideLines, directory: LineDirectory | null): Scene | null {
  const replayed = replay(conversation);
  const heard = hearings(replayed);
  const caller = findCaller(replayed, heard);
  return caller === null ? null : { replay: replayed, hearings: heard, parties: new Parties(replayed, outside, directory), caller };
}
