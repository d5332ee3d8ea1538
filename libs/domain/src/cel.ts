import type { Linkedid, Uniqueid } from './asterisk-ids.js';
import type { Instant } from './instant.js';

/**
 * One row of Asterisk's Channel Event Logging: one thing that happened to one channel.
 *
 * Fields without a value are empty strings, as Asterisk writes them. Caller ids describe the party
 * of this channel at that moment and change during its life. Source: `main/cel.c`.
 */
export interface Cel {
  /** Position in the order in which Asterisk wrote; breaks ties of `eventTime`, means nothing else. */
  readonly id: number;
  /** Name of the event, e.g. `CHAN_START`; user-defined events arrive under their own name, so this is open text. */
  readonly eventType: string;
  readonly eventTime: Instant;
  /** Kind of a `STREAM_*` or `DTMF` event; name of an event logged as `USER_DEFINED`. */
  readonly userDefType: string;
  readonly cidName: string;
  readonly cidNum: string;
  readonly cidAni: string;
  readonly cidRdnis: string;
  readonly cidDnid: string;
  readonly exten: string;
  readonly context: string;
  readonly channelName: string;
  readonly appName: string;
  readonly appData: string;
  readonly amaFlags: string;
  readonly accountCode: string;
  readonly peerAccount: string;
  readonly uniqueid: Uniqueid;
  readonly linkedid: Linkedid;
  readonly userfield: string;
  /** Names of the other channels in the bridge, separated by commas; only on `BRIDGE_ENTER` and `BRIDGE_EXIT`. */
  readonly peer: string;
  /** JSON text of the event's details; may be empty, cut or broken, so read it with `readExtra`. */
  readonly extra: string;
}
