import type { Instant } from '@callstitch/domain';

/** The right to announce by one publisher, until its work ends. Who loses it, with the connection to the database, can write nothing more. */
export interface AnnouncementSession {
  /** The last line that is done with. */
  position(): Promise<string>;
  /** Done up to `to`; false, and nothing is written, when somebody moved the position from `from` meanwhile. */
  move(from: string, to: string): Promise<boolean>;
  /** Remembers why it does not go on; null when it does. */
  note(failure: string | null, at: Instant): Promise<void>;
}

/** How far one publisher has come. */
export interface PublisherPosition {
  readonly publisher: string;
  readonly position: string;
  /** Why it does not go on; null when it does. */
  readonly failure: string | null;
  /** When that was noted. */
  readonly failedAt: Instant | null;
}

/** How far publishers have come. A publisher is known by its name. */
export interface AnnouncementBook {
  /**
   * Announces while nobody else does so by this publisher; null at once when somebody does. One that was never heard of begins behind
   * `from`, or with null at the feed's end.
   */
  alone<Result>(publisher: string, from: string | null, work: (session: AnnouncementSession) => Promise<Result>): Promise<Result | null>;
  /** Of all that were ever heard of, by name. */
  positions(): Promise<readonly PublisherPosition[]>;
  /** Puts a publisher to another place, whoever announces; false when nobody knows it. */
  put(publisher: string, position: string): Promise<boolean>;
  /** Deletes what was written down to be announced, call logs apart, before an instant; says how many lines. */
  forget(before: Instant): Promise<number>;
}
