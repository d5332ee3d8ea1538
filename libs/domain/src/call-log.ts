import type { Linkedid } from './asterisk-ids.js';
import type { Instant } from './instant.js';
import type { JourneySegment } from './journey.js';

/** Seen from the phone system. */
export type Direction = 'internal' | 'inbound' | 'outbound';

export type CallStatus =
  /** A person, a conference or a feature that the caller wanted was reached. */
  | 'answered'
  /** Rang and was given up or timed out, or only an announcement, menu or queue music was heard. */
  | 'missed'
  | 'busy'
  /** Congestion, unavailable, invalid number. */
  | 'failed'
  /** Ended in leaving a message, and nobody had answered. */
  | 'voicemail'
  /** Refused by a block list. */
  | 'blocked';

/** What ended a conversation: its `LINKEDID_END`s, the `CHAN_END` of every channel, or a silence without either. */
export type ClosedBy = 'end' | 'channels' | 'silence';

export type DestinationKind =
  'user' | 'group' | 'queue' | 'conference' | 'meeting' | 'voicemail' | 'external' | 'ivr' | 'parking' | 'unknown';

/** Where one end of a call stands. */
export interface CallEnd {
  readonly context: string | null;
  readonly channel: string | null;
  readonly internalNumber: string | null;
  readonly internalContext: string | null;
  readonly line: string | null;
  readonly userUuid: string | null;
}

/** Who called. */
export interface CallSource extends CallEnd {
  readonly name: string;
  readonly number: string;
}

/** What was dialled: `number` exactly as the caller dialled it, prefix included. */
export interface CallRequested {
  /** null when nothing ever named it; empty when it was named with an empty name. */
  readonly name: string | null;
  readonly number: string | null;
  readonly context: string | null;
  readonly internalNumber: string | null;
  readonly internalContext: string | null;
  readonly userUuid: string | null;
}

/** Where the conversation ended. */
export interface CallDestination extends CallEnd {
  readonly kind: DestinationKind;
  /** null when nothing ever named it; empty when it was named with an empty name. */
  readonly name: string | null;
  readonly number: string | null;
  /** What is known beside the number, e.g. `queue` (its name), `parkingLot`. */
  readonly details: Readonly<Record<string, string>>;
}

/** The first person who answered. */
export interface AnsweredBy {
  readonly name: string;
  readonly number: string;
  readonly userUuid: string | null;
}

/** A person or line behind one or more legs. */
export interface Participant {
  readonly role: 'source' | 'destination';
  readonly userUuid: string | null;
  readonly lineId: number | null;
  readonly name: string;
  readonly number: string;
  readonly answered: boolean;
  readonly requested: boolean;
  readonly tags: readonly string[];
}

export interface CallTag {
  readonly tag: string;
  readonly tagger: string;
}

export interface Recording {
  readonly uuid: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** As far as the stream shows it; null when it only shows that something recorded. */
  readonly path: string | null;
}

export interface Hangup {
  /** Q.850 cause. */
  readonly cause: number | null;
  readonly by: 'source' | 'destination' | 'system' | null;
}

export type TransferKind = 'blind' | 'attended' | 'semi-attended';

export interface Transfer {
  readonly kind: TransferKind;
  /** Number of the person who transferred. */
  readonly by: string;
  /** Number of the target, as far as the stream shows it. */
  readonly to: string;
  readonly at: Instant;
}

/** What one finished conversation looked like. One per conversation. */
export interface CallLog {
  /** Stable in a database, null outside of one. */
  readonly id: number | null;
  readonly version: number;
  readonly conversationId: Linkedid;
  /** Every linkedid that the conversation went through, in order of appearance. */
  readonly linkedids: readonly Linkedid[];
  readonly tenantUuid: string | null;
  readonly direction: Direction;
  readonly status: CallStatus;
  readonly closedBy: ClosedBy;
  readonly startedAt: Instant;
  /** First answer by a person, or entry into the conference or feature that the caller wanted. */
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant;
  /** From the start to the answer, or to the end. */
  readonly ringSeconds: number;
  /** From the answer until the source, or who replaced it, was last connected to a person; holds and transfer gaps included. */
  readonly talkSeconds: number;
  readonly source: CallSource;
  readonly requested: CallRequested;
  readonly destination: CallDestination;
  readonly answeredBy: AnsweredBy | null;
  readonly participants: readonly Participant[];
  readonly tags: readonly CallTag[];
  readonly recordings: readonly Recording[];
  readonly hangup: Hangup;
  readonly transfers: readonly Transfer[];
  readonly journey: readonly JourneySegment[];
  /** The caller's name before the phone system put another one in its place; null when it is not known. */
  readonly sourceInternalName: string | null;
  /** The `userfield` of the caller's channel, as the dialplan set it last; null when the caller ran no dialplan. */
  readonly userField: string | null;
  /** A voicemail box took the call, even if somebody answered later. */
  readonly reachedVoicemail: boolean;
}
