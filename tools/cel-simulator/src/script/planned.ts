import type { TrueCall } from '@callstitch/scenarios';
import type { Channel, Face, Link } from './channel.js';

/** Names and ids of channels, which are not known before the stream gives them. */
export interface Names {
  name(channel: Channel): string;
  uniqueid(channel: Channel): string;
}

/** The details of a row as JSON text. */
export type Extra = (names: Names) => string;

/** One row of a call before channels have names. */
export interface PlannedCel {
  /** Microseconds from the beginning of the call. */
  readonly at: number;
  readonly eventType: string;
  readonly userDefType: string;
  readonly channel: Channel;
  readonly face: Face;
  readonly link: Link;
  readonly peers: readonly Channel[];
  readonly extra: Extra | null;
}

interface Place {
  readonly kind: string;
  readonly number: string;
}

/** What truly happened in one call, in the shape of the recorded load run. Times are seconds since the epoch. */
export interface SimulatedCall extends TrueCall {
  readonly run: number;
  readonly slot: number;
  readonly scenario: string;
  readonly t0: number;
  readonly t1: number;
  readonly via?: readonly Place[];
  readonly forwarded?: readonly { readonly from: string; readonly to: string }[];
  readonly pickedUpBy?: string;
  readonly parking?: { readonly slot: string; readonly by: string; readonly retrievedBy?: string };
  readonly endedBy?: string;
  readonly voicemailSeconds?: number;
  readonly ivrSeconds?: number;
  readonly callerUniqueid: string;
  readonly linkedid: string;
}

/** What a script says about a call; the rest is known where the stream is made. */
export type Told = Omit<SimulatedCall, 'run' | 'slot' | 'scenario' | 't0' | 't1' | 'callerUniqueid' | 'linkedid'>;

export interface PlannedTruth {
  readonly caller: Channel;
  /** Microseconds from the beginning of the call. */
  readonly endedAt: number;
  readonly told: Told;
}

/** One call as its script plays it: rows in order of time, and the truth, one for each conversation. */
export interface PlannedCall {
  readonly rows: readonly PlannedCel[];
  readonly truths: readonly PlannedTruth[];
  readonly slot: number;
}
