import type { Announcement } from './announcement.js';

/** A way to the outside: a bus, a webhook. */
export interface Publisher {
  /** `amqp`, `webhook:billing`: its position is remembered by this name. */
  readonly name: string;
  /** How many lines it takes at once: of so many, some may be announced twice after a failure. */
  readonly atOnce: number;
  /**
   * Publishes in this order and resolves when all are taken for good. Rejects when the outside does not take them for now: the same
   * ones come again later, from the first on.
   */
  publish(announcements: readonly Announcement[]): Promise<void>;
  /** Goes on with what it put aside; called now and then, also when nothing happens. */
  resume?(): Promise<void>;
  /** Settles when the outside can be reached anew, from now on; absent where nobody knows. A pause after a failure ends with it. */
  whenBack?(): Promise<void>;
  /** Ends its connections. */
  close?(): Promise<void>;
}
