import type { Cel, Instant } from '@callstitch/domain';
import type { Leg } from './leg.js';

/** `BLINDTRANSFER`: written on the transferer's channel, before or after its effects. */
export interface BlindTransfer {
  readonly cel: Cel;
  readonly by: Leg;
  readonly transferee: Leg | null;
  readonly extension: string;
  readonly context: string;
}

/** `ATTENDEDTRANSFER`: written on the transferer's first channel; also written for a DTMF three-way conference. */
export interface AttendedTransfer {
  readonly cel: Cel;
  readonly by: Leg;
  /** The transferer's second channel; with the DTMF feature and AMI it is the first one again. */
  readonly second: Leg | null;
  readonly transferee: Leg | null;
  readonly target: Leg | null;
  /** Bridge of the second call, or empty when it was not bridged. */
  readonly bridgeId: string;
  /** Application of the second call when it was not bridged, e.g. `Dial` (still ringing) or `ConfBridge`. */
  readonly app: string;
}

/** `PICKUP`: written on the ringing channel, naming the channel that took the call. */
export interface Pickup {
  readonly cel: Cel;
  readonly picked: Leg;
  readonly picker: Leg | null;
}

/** `FORWARD`: the called phone redirected (SIP 302); written on the caller's channel. */
export interface Forward {
  readonly cel: Cel;
  readonly leg: Leg;
  readonly to: string;
}

/** Time in a parking lot, `[from, until)`. */
export interface Parking {
  readonly start: Cel;
  readonly end: Cel | null;
  readonly leg: Leg;
  readonly lot: string;
  readonly parker: string;
  /** As in `PARK_END`, e.g. `ParkedCallUnparked`; empty while parked. */
  readonly reason: string;
  /** Name of the channel that retrieved the call. */
  readonly retriever: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Music on hold heard by a channel, `[from, until)` (`MOH_STREAM_*`, Asterisk 20.16 and later). */
export interface Music {
  readonly leg: Leg;
  readonly start: Cel;
  readonly from: Instant;
  readonly until: Instant;
}

/** A sound file played to a channel (`FILE_STREAM_BEGIN`, Asterisk 20.16 and later). */
export interface Sound {
  readonly leg: Leg;
  readonly cel: Cel;
  readonly sound: string;
}
