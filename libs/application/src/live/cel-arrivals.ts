import type { Linkedid } from '@callstitch/domain';

/** CELs have come. */
export interface CelArrival {
  /** Conversations to look at; null when it is not known which: then everything unread is looked at. */
  readonly linkedids: readonly Linkedid[] | null;
}

/** What went wrong in one of several arrivals; for logs. */
export interface ArrivalTrouble {
  readonly name: string;
  /** A sentence, without secrets and numbers of people. */
  readonly message: string;
}

/** How long somebody listens. */
export interface Lifetime {
  /** Settles when nobody listens any more. */
  readonly stopped: Promise<void>;
  readonly isStopped: () => boolean;
  /** Settles after so many milliseconds, or when nobody listens any more. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Hears of the first failure in a row; the listener goes on by itself. */
  readonly onTrouble: (trouble: ArrivalTrouble) => void;
}

/**
 * Settles when the call logs are written, so that a message can be acknowledged after it. Rejects when live generation
 * stops before: whoever can shall deliver again; nothing is lost otherwise, because the next start reads what is unread.
 */
export type HearArrival = (arrival: CelArrival) => Promise<void>;

/**
 * Tells that CELs have come, in the table where they are read.
 *
 * It may tell the same twice, too early, or too much: only unread rows make work. What it never tells is found by the
 * next look at everything unread.
 */
export interface CelArrivals {
  /** `notify`, `poll`, `amqp` …: for logs and figures. */
  readonly name: string;
  /** Whether they would be heard of now; absent where nothing is connected to. */
  isConnected?(): boolean;
  /**
   * Calls `hear` for each arrival, and settles when stopped; connects again by itself and then hears an arrival of null,
   * because something may have been missed. Never rejects: what is wrong goes to `onTrouble`.
   */
  listen(hear: HearArrival, lifetime: Lifetime): Promise<void>;
}
